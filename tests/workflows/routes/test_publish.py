"""Publishing a route proves it sound first; a refused route names the step."""

import pytest

from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Refused
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Route, RouteVersion
from workflows.routes.publishing import draft_version, publish_steps, published
from workflows.routes.shipped import SHIPPED, entries

PARAF = {"order": 1, "role": "legal", "task": "paraf"}
SIGN = {"order": 2, "role": "regent", "task": "sign"}


@pytest.fixture
def route(world):
    """The agency's own route for the regent's decrees."""
    return Route.objects.create(subject="decree", kind="keputusan_bupati", region=world.regency, name="Alur Contoh")


@pytest.fixture
def agency(world):
    return world.by("hadi")


def why_not(route, steps, by):
    """Rule → words, for a draft of these steps."""
    found = problems(RouteVersion.publish, draft_version(route, steps), by=by)
    return {problem.rule: problem.words for problem in found}


def test_a_sound_route_is_published_and_the_former_retires(route, agency):
    first = publish_steps(route, [PARAF, SIGN], agency)
    second = publish_steps(route, [{**PARAF, "days": 2}, SIGN], agency)
    assert published(route) == second
    first.refresh_from_db()
    assert (first.state, second.number) == ("retired", 2)


def test_a_route_that_says_the_same_is_not_published_again(route, agency):
    publish_steps(route, [PARAF, SIGN], agency)
    assert publish_steps(route, [SIGN, PARAF], agency) is None


def test_the_agency_publishes_for_its_own_territory_only(route, world):
    version = draft_version(route, [PARAF, SIGN])
    with pytest.raises(Refused) as refused:
        perform(RouteVersion.publish, version, by=world.by("eko"))
    assert [p.rule for p in refused.value.problems] == ["publisher_of_the_territory"]
    everywhere = draft_version(Route.objects.get(kind=route.kind, region=None), [PARAF, SIGN])
    assert [p.rule for p in problems(RouteVersion.publish, everywhere, by=world.by("hadi"))] == ["publisher_of_the_territory"]
    assert problems(RouteVersion.publish, everywhere, by=system_mandate()) == []


def test_staff_of_the_agency_do_not_publish(route, world):
    assert "publisher_of_the_territory" in why_not(route, [PARAF, SIGN], world.by("ani", "agency"))


@pytest.mark.parametrize(
    ("steps", "rule", "named"),
    [
        ([], "has_steps", ""),
        ([PARAF], "signed_once_at_the_end", ""),
        ([SIGN, {**SIGN, "order": 3, "role": "secretary"}], "signed_once_at_the_end", ""),
        ([PARAF, SIGN, {**PARAF, "order": 2}], "signed_once_at_the_end", ""),
        ([SIGN, {**PARAF, "order": 3}], "every_step_reachable", "Langkah 3 (Bagian Hukum"),
        ([{**SIGN, "when": {"path": "issuer.kind", "in": ["kota"]}}], "run_can_end", ""),
        ([{**PARAF, "quorum": 2}, SIGN], "quorum_within_group", "Langkah 1 ("),
        ([{**PARAF, "quorum": 1}, {**PARAF, "role": "assistant"}, SIGN], "quorum_within_group", "Langkah 1 ("),
        ([{**PARAF, "when": {"in": ["kota"]}}, SIGN], "conditions_readable", "Langkah 1 ("),
        ([{**PARAF, "when": {"path": "issuer.kind", "in": []}}, SIGN], "conditions_readable", "Langkah 1 ("),
        ([{**PARAF, "when": {"path": 1, "in": ["kota"]}}, SIGN], "conditions_readable", "Langkah 1 ("),
        ([{**PARAF, "when": {"path": "a", "in": ["b"], "not": 1}}, SIGN], "conditions_readable", "Langkah 1 ("),
        ([{**PARAF, "role": "camat"}, SIGN], "offices_exist", "Langkah 1 ("),
        ([SIGN], "somebody_besides_the_drafter", "Langkah 2 ("),
    ],
)
def test_an_unsound_route_is_refused_with_the_step(route, world, steps, rule, named):
    if rule == "somebody_besides_the_drafter":
        world.by("dedi").delete()
    words = why_not(route, steps, world.by("hadi"))
    assert named.lower() in words[rule].lower()


def test_a_condition_that_can_be_read_is_sound(route, agency):
    when = {"path": "issuer.kind", "in": ["kabupaten", "kota"]}
    assert why_not(route, [{**PARAF, "when": when}, SIGN], agency) == {}


def test_a_quorum_that_the_group_can_reach_is_sound(route, agency):
    group = [{**PARAF, "quorum": 1}, {**PARAF, "role": "assistant", "quorum": 1}]
    assert why_not(route, [*group, SIGN], agency) == {}


def test_a_village_without_the_office_is_named(world, agency):
    world.office("village_secretary", 1).delete()
    own = Route.objects.create(subject="decree", kind="keputusan_kades", region=world.regency, name="Alur Desa Contoh")
    steps = [{**PARAF, "role": "village_secretary"}, {**SIGN, "role": "village_head"}]
    assert "Contoh Dua" in why_not(own, steps, agency)["offices_exist"]


def test_proposals_are_not_signed(world, agency):
    own = Route.objects.create(subject="proposal", region=world.regency, name="Alur Usulan Contoh")
    assert "only_decrees_are_signed" in why_not(own, [{**SIGN, "role": "village_head"}], agency)


def test_each_wrong_key_is_named(route, agency):
    steps = [{"order": 0, "role": "raja", "task": "sign"}, {"order": 1, "role": "camat", "task": "nod", "colour": "red"}]
    with pytest.raises(BadValues) as bad:
        publish_steps(route, steps, agency)
    assert set(bad.value.fields) == {"steps.1.order", "steps.1.role", "steps.2.task", "steps.2.colour"}
    assert not route.versions.exists()


def test_files_under_way_stay_on_their_version(world):
    proposal = world.handed_in()
    steps = entries(SHIPPED)[0]["steps"]
    new = publish_steps(Route.objects.get(subject="proposal"), steps[:2], system_mandate())
    assert proposal.file.runs.get().route_version.state == "retired"
    assert proposal.file.assignments.count() == len(steps)
    later = world.handed_in(1)
    assert later.file.runs.get().route_version == new
