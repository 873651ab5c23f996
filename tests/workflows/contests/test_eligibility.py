"""Who may be nominated: each rule of the contest with its reason, as of its cut-off day."""

from datetime import timedelta

import pytest

from tests.contest_world import LONG_AGO
from tests.workflows.reports.figures import PROFILE
from tests.world import BEGIN
from workflows.contests.drafting import start_entry
from workflows.contests.models import Competition, Entry
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Refused
from workflows.decrees.models import Effect
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report
from workflows.villages.models import KampungKB, Proposal

DAY_BEFORE = BEGIN - timedelta(days=1)


def reasons(world, competition, unit) -> list[str]:
    entry = start_entry(competition, unit, world.by("hadi"))
    return [problem.rule for problem in problems(Entry.nominate, entry, by=world.by("hadi"))]


def test_a_village_with_everything_is_nominated(world):
    assert reasons(world, world.contest(), world.kampung[0]) == []


def bare(world, **facts):
    """A unit of a hamlet with these facts: kind → its last day."""
    unit = KampungKB.objects.create(region=world.villages[0], scope="hamlet", hamlet="RW 1")
    for kind, until in facts.items():
        world.fact(unit, kind, until=until)
    return unit


@pytest.mark.parametrize(("facts", "missing"), [
    ({}, {"designated_on_the_cutoff", "pokja_current_on_the_cutoff"}),
    ({"designate": None}, {"pokja_current_on_the_cutoff"}),
    ({"designate": None, "appoint_pokja": BEGIN}, set()),
    ({"designate": None, "appoint_pokja": DAY_BEFORE}, {"pokja_current_on_the_cutoff"}),
    ({"designate": DAY_BEFORE, "appoint_pokja": None}, {"designated_on_the_cutoff"}),
    ({"designate": None, "appoint_pokja": None, "suspend": None}, {"designated_on_the_cutoff"}),
    ({"designate": None, "appoint_pokja": None, "suspend": DAY_BEFORE}, set()),
])  # fmt: skip
def test_facts_count_as_of_the_cutoff_day(world, facts, missing):
    assert set(reasons(world, world.contest(), bare(world, **facts))) == missing | {"profile_complete"}


def test_a_contest_asks_for_what_it_needs_and_no_more(world):
    unit = bare(world, designate=None)
    assert reasons(world, world.contest(needs=["designated"]), unit) == []
    assert reasons(world, world.contest(needs=["designated", "pokja"]), unit) == ["pokja_current_on_the_cutoff"]


def test_every_reason_is_told_with_the_village_and_who_can_solve_it(world):
    Effect.objects.filter(kampung=world.kampung[0]).update(until=LONG_AGO)
    entry = world.started(world.contest())
    found = problems(Entry.nominate, entry, by=world.staff(0))
    assert all("Contoh Satu" in problem.words and problem.solved_by for problem in found)
    assert len(found) == 2


def test_without_a_description_of_itself_no_village_enters(world):
    Proposal.objects.filter(kampung=world.kampung[0]).update(profile="")
    assert reasons(world, world.contest(), world.kampung[0]) == ["profile_complete"]


def test_a_profile_that_was_reported_will_do(world):
    Proposal.objects.filter(kampung=world.kampung[0]).update(profile="")
    by = world.staff(0)
    report = start_report(world.kampung[0], "profile", BEGIN, by)
    save_report(report, by, figures=PROFILE)
    assert reasons(world, world.contest(), world.kampung[0]) == ["profile_complete"]
    perform(Report.send, report, by=by)
    assert reasons(world, world.contest(category="kota"), world.kampung[0]) == []


@pytest.mark.parametrize(("year", "given", "barred"), [
    (2025, {}, True), (2027, {}, True), (2028, {}, False), (2025, {"category": "kota"}, False),
    (2025, {"barred_ranks": [2]}, False), (2025, {"barred_years": 0}, False),
])  # fmt: skip
def test_a_winner_waits_some_years(world, year, given, barred):
    _competition, entries = world.locked("90", "70")
    later = world.contest(year=year, **given)
    assert ("not_lately_a_winner" in reasons(world, later, entries[0].kampung)) is barred


def test_eligibility_is_asked_again_when_the_papers_are_checked(world):
    entry = world.nominated(world.contest())
    Effect.objects.filter(kampung=world.kampung[0], kind="designate").update(until=DAY_BEFORE)
    assert world.refused(Entry.check_papers, entry, world.by("hadi")) == ["designated_on_the_cutoff"]


def test_nominations_are_taken_until_the_judging_begins(world):
    competition = world.contest()
    late = world.started(competition, 1)
    world.seat(competition)
    world.organise(Competition.begin_judging, competition)
    assert world.refused(Entry.nominate, late, world.staff(1)) == ["nominations_open"]


def test_who_may_nominate_and_once(world):
    competition = world.contest()
    with pytest.raises(Refused, match="dicalonkan oleh kantornya sendiri"):
        start_entry(competition, world.kampung[1], world.staff(0))
    with pytest.raises(Refused):
        start_entry(competition, world.kampung[0], world.by("indra"))
    entry = world.nominated(competition)
    with pytest.raises(BadValues, match="sudah dicalonkan"):
        start_entry(competition, world.kampung[0], world.by("hadi"))
    assert world.refused(Entry.withdraw, entry, world.by("hadi"), reason="x") == ["within_my_drafting_office"]
    perform(Entry.withdraw, entry, by=world.staff(0), reason="Contoh alasan.")
    world.nominated(competition)


def test_a_day_of_reference_before_the_designation_finds_nobody(world):
    assert "designated_on_the_cutoff" in reasons(world, world.contest(cutoff_on=DAY_BEFORE), world.kampung[0])
