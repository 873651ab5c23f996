"""Who may name whom for how long and for what; the mandate that follows; handing back."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.ground import Ground, ground_of
from tests.people import appointed, person
from tests.world import BEGIN, World, build_world, on_day, upload
from workflows.core.door import perform, problems
from workflows.core.errors import Refused
from workflows.organisation.mandates import holders, signature_lines
from workflows.organisation.models import Mandate, SigningPolicy, Substitution
from workflows.organisation.substitutes import cells, refused, usual_until
from workflows.routes.models import Assignment

FRIDAY = BEGIN + timedelta(days=4)


ground = ground_of(build_world)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    return ground()


def prepared(world: World, role: str = "camat", login: str = "joko", **said: Any) -> Substitution:
    """Joko for the Camat (Budi), Monday to Friday, for all but decrees."""
    given = {
        "office": world.office(role), "person": person(login), "capacity": "plh", "since": BEGIN, "until": FRIDAY,
        "paper": "SPT 800/1/2024", "paper_on": BEGIN, "order": upload("spt.pdf"), "prepared_by": person("ani"),
        "powers": ["endorse.proposal", "review.proposal"],
    }  # fmt: skip
    return Substitution.objects.create(**given | said)


def rules(world: World, one: Substitution, login: str = "budi", role: str = "camat") -> set[str]:
    return {problem.rule for problem in problems(Substitution.confirm, one, by=world.by(login, role))}


def test_the_official_names_a_plh_whose_mandate_has_days_and_paper(world):
    one = prepared(world)
    assert person("joko").pk not in {m.person_id for m in holders([one.office_id], BEGIN)[one.office_id]}
    perform(Substitution.confirm, one, by=world.by("budi", "camat"))
    made = Mandate.objects.get(substitution=one)
    assert (made.office, made.capacity, made.since, made.until, made.paper) == (one.office, "plh", BEGIN, FRIDAY, "SPT 800/1/2024")
    assert signature_lines(made, BEGIN)[0].startswith("Plh. CAMAT")
    assert made not in holders([one.office_id], FRIDAY + timedelta(days=1))[one.office_id]


def test_on_behalf_needs_an_own_office_below_and_prints_both(world):
    given = {"capacity": "an", "login": "indra", "role": "regent", "powers": ["sign.letter"]}
    given["own_office"] = world.office("secretary")
    one = prepared(world, **given)
    perform(Substitution.confirm, one, by=world.by("citra"))
    made = Mandate.objects.get(substitution=one)
    assert (made.office, made.acts_for) == (world.office("secretary"), one.office)
    assert signature_lines(made, BEGIN)[0].startswith("a.n. BUPATI")
    assert rules(world, prepared(world, **given | {"login": "joko"}), "citra", "regent") >= {"substitute_sits_there"}


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ({"login": "budi"}, "substitute_is_another"),
        ({"since": BEGIN - timedelta(days=1)}, "begins_today_or_later"),
        ({"powers": ["sign.keputusan_bupati"]}, "powers_are_lawful"),
        ({"powers": ["x"]}, "powers_are_lawful"),
        ({"capacity": "plt"}, "plt_for_a_vacant_office"),
    ],
)
def test_what_makes_no_sense_is_refused(world, said, rule):
    assert rule in rules(world, prepared(world, **said))


def test_staff_strangers_and_substitutes_confirm_nothing(world):
    staf = world.appoint("lia", world.office("camat"), "staf")
    one = prepared(world)
    assert {p.rule for p in problems(Substitution.confirm, one, by=staf)} >= {"may_name_a_substitute"}
    assert "may_name_a_substitute" in rules(world, one, "hadi", "agency")
    dedi = world.by("dedi")
    further = prepared(world, role="regent")
    assert {p.rule for p in problems(Substitution.confirm, further, by=dedi)} >= {"appointing_is_allowed"}
    SigningPolicy.objects.create(region=world.regency, doc_class="appointment", capacity="plh", verdict="allow")
    assert "appointing_is_allowed" not in {p.rule for p in problems(Substitution.confirm, further, by=dedi)}


def test_nobody_gives_longer_than_he_has_and_one_acts_at_a_time(world):
    budi = world.by("budi", "camat")
    perform(Substitution.confirm, prepared(world), by=budi)
    assert "alone_in_those_days" in rules(world, prepared(world, login="gita", since=FRIDAY))
    next_week = {"since": FRIDAY + timedelta(days=1), "until": FRIDAY + timedelta(days=3)}
    assert rules(world, prepared(world, login="gita", **next_week)) == set()
    Mandate.objects.filter(pk=budi.pk).update(until=FRIDAY)
    assert rules(world, prepared(world, login="gita", **next_week)) == {"ends_with_the_official"}


def test_a_vacant_office_gets_its_plt_from_above_and_only_then(world):
    one = prepared(world, capacity="plt", until=None)
    Mandate.objects.filter(office=one.office).update(until=BEGIN - timedelta(days=1))
    assert rules(world, one, "fitri", "village_head") == {"may_name_a_substitute"}
    assert rules(world, one, "indra", "secretary") == set()
    perform(Substitution.confirm, one, by=world.by("hadi"))
    assert [m.person.username for m in holders([one.office_id], date(2026, 1, 1))[one.office_id]] == ["joko"]


def test_the_order_says_what_may_be_done_and_the_rest_stays_with_the_official(world):
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    task = world.task(proposal, "camat")
    narrow = prepared(world, powers=["paraf.letter"])
    perform(Substitution.confirm, narrow, by=world.by("budi", "camat"))
    joko = Mandate.objects.get(substitution=narrow)
    found = problems(Assignment.approve, task, by=joko, read=world.read(proposal))
    assert [(p.rule, p.solved_by) for p in found] == [("within_the_order", task.office.label)]
    perform(Substitution.hand_back, narrow, by=world.by("budi", "camat"))
    on_day(BEGIN + timedelta(days=1))
    wide = prepared(world, powers=["endorse.proposal", "review.proposal"], since=BEGIN + timedelta(days=1))
    perform(Substitution.confirm, wide, by=world.by("budi", "camat"))
    perform(Assignment.approve, task, by=Mandate.objects.get(substitution=wide), read=world.read(proposal))


def test_handing_back_ends_with_today_and_calls_off_what_has_not_begun(world):
    budi, running = world.by("budi", "camat"), prepared(world)
    later = prepared(world, login="gita", since=FRIDAY + timedelta(days=2), until=FRIDAY + timedelta(days=3))
    for one in (running, later):
        perform(Substitution.confirm, one, by=budi)
        perform(Substitution.hand_back, one, by=budi)
    assert Mandate.objects.get(substitution=running).until == BEGIN
    days = [BEGIN + timedelta(days=n) for n in range(1, 9)]
    assert {m.person.username for day in days for m in holders([running.office_id], day)[running.office_id]} == {"budi"}
    with pytest.raises(Refused):
        perform(Substitution.hand_back, running, by=budi)


def test_signing_decrees_is_off_unless_the_district_says_so(world):
    one = prepared(world, role="regent")
    assert "tidak boleh menandatangani" in refused(one, "sign.keputusan_bupati")
    assert refused(one, "sign.letter") == ""
    SigningPolicy.objects.create(region=world.regency, doc_class="regent_decree", capacity="plh", verdict="warn")
    assert refused(one, "sign.keputusan_bupati") == ""
    assert "sign.keputusan_bupati" not in cells("camat")
    assert usual_until("plh", date(2024, 1, 31)) == date(2024, 4, 28)
    assert appointed("lia", world.office("camat"), "staf").substitution is None
