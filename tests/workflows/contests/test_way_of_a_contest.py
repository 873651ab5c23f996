"""From the announcement to the winners' decree, and who may do what on the way."""

from typing import Any

import pytest

from tests.contest_world import newest, ranks
from tests.decree_world import broken_promises, fresh
from workflows.contests.awarding import winners_rows
from workflows.contests.drafting import edit_competition, start_competition
from workflows.contests.models import Competition, Entry, Juror, RubricVersion
from workflows.contests.publishing import holds
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Refused
from workflows.core.models import JournalEntry


def test_a_contest_from_its_announcement_to_its_winners(world):
    competition, entries = world.locked("90", "70", "80", winners=2)
    assert competition.state == "ranked"
    assert ranks(entries) == [1, 3, 2]
    decree = world.issued(effects=[], villages=[0, 2])
    assert [(region.name, data["note"]) for region, data in winners_rows(competition)] == [
        ("Contoh Satu", "Juara 1"), ("Contoh Tiga", "Juara 2")]  # fmt: skip
    world.window_passes(competition)
    world.organise(Competition.award, competition, decree=decree.pk)
    assert [fresh(entry).state for entry in entries] == ["awarded", "ranked", "awarded"]
    assert fresh(competition).decree == decree
    assert broken_promises() == []


def test_the_winners_decree_must_name_every_winner_and_be_in_force(world):
    competition, _entries = world.locked("90", "70")
    world.window_passes(competition)
    one = world.issued(effects=[], villages=[0])
    [problem] = problems(Competition.award, competition, by=world.by("hadi"), values={"decree": one.pk})
    assert problem.rule == "decree_names_the_winners"
    assert "Contoh Dua" in problem.words
    draft = world.decree_draft(effects=[])
    assert "named_decree_in_force" in world.refused(Competition.award, competition, world.by("hadi"), values={"decree": draft.pk})


@pytest.mark.parametrize("act", [Competition.begin_judging, Competition.lock_ranking])
def test_only_who_decides_for_the_organiser_decides(world, act):
    competition = world.contest()
    for by in (world.by("ani", "agency"), world.by("budi"), world.staff(0)):
        assert "organiser_decides" in world.refused(act, competition, by)
    assert "organiser_decides" not in world.refused(act, competition, world.by("hadi"))


def test_the_staff_of_the_organiser_check_papers_and_do_not_shorten_the_list(world):
    entry = world.nominated(world.contest())
    staff = world.by("ani", "agency")
    assert world.refused(Entry.shortlist, entry, staff) == ["state", "organiser_decides"]
    perform(Entry.check_papers, entry, by=staff)
    assert "my_office_organises" in world.refused(Entry.present, entry, world.staff(0))


def test_a_jury_that_is_too_small_does_not_begin(world):
    competition = world.contest()
    [problem] = problems(Competition.begin_judging, competition, by=world.by("hadi"))
    assert problem.rule == "jury_large_enough"
    assert "memerlukan 3 lembar" in problem.words


def test_jurors_are_appointed_by_a_decree_in_force_or_by_a_paper(world):
    competition = world.contest()
    jurors = [{"name": "Contoh Juri Tamu"}]
    with pytest.raises(BadValues, match="keputusan yang mengangkat juri"):
        world.organise(Competition.seat_jury, competition, jurors=jurors)
    with pytest.raises(Refused, match="tidak berlaku"):
        world.organise(Competition.seat_jury, competition, jurors=jurors, decree=world.decree_draft().pk)
    world.organise(Competition.seat_jury, competition, jurors=jurors, decree=world.decree.pk)
    assert Juror.objects.get().decree == world.decree


@pytest.mark.parametrize(("juror", "field"), [
    ({}, "jurors.1.name"), ({"person": 0}, "jurors.1.person"), ({"name": "Contoh", "office": "x"}, "jurors.1.office"),
    ("Contoh", "jurors.1.name"),
])  # fmt: skip
def test_a_juror_who_cannot_be_is_named(world, juror, field):
    with pytest.raises(BadValues) as bad:
        world.organise(Competition.seat_jury, world.contest(), jurors=[juror], paper="400/7")
    assert list(bad.value.fields) == [field]


def test_nobody_sits_twice_and_one_presides(world):
    competition = world.contest()
    world.seat(competition)
    joko = world.by("joko").person_id
    with pytest.raises(BadValues) as bad:
        world.organise(Competition.seat_jury, competition, jurors=[{"person": joko, "chair": True}], paper="400/8")
    assert set(bad.value.fields) == {"jurors", "chair"}


def test_whoever_leaves_or_is_disqualified_says_why_and_is_not_ranked(world):
    competition, entries = world.judged(3)
    for act, entry, by in ((Entry.withdraw, entries[1], world.staff(1)), (Entry.disqualify, entries[2], world.by("hadi"))):
        assert world.refused(act, entry, by) == ["reason_given"]
        perform(act, entry, by=by, reason="Contoh alasan.")
    world.score_by_all(entries[0])
    world.visit(entries[0])
    world.organise(Competition.lock_ranking, competition)
    assert ranks(entries) == [1, None, None]
    assert newest(competition).published["entries"] == [str(entries[0].pk)]


def test_a_cancelled_contest_lets_everybody_go(world):
    competition = world.contest()
    entry = world.nominated(competition)
    assert "reason_given" in world.refused(Competition.cancel, competition, world.by("hadi"))
    world.organise(Competition.cancel, competition, reason="Contoh alasan.")
    assert fresh(entry).state == "withdrawn"


def test_a_result_of_long_ago_is_entered_with_its_source(world):
    """As the province's third place of 2018 is known from the press alone."""
    rubric, day = RubricVersion.objects.get(), world.decree.decided_on
    province, hadi = world.regency.parent, world.by("hadi")
    competition = start_competition(province, hadi, level="province", year=2018, cutoff_on=day, rubric=rubric)
    assert "held_by_its_own_agency" in world.refused(Competition.announce, competition, world.by("hadi"))
    entry = world.started(competition, 0, world.by("hadi"))
    for places in ({}, {str(entry.pk): 0}, {"0": 3}):
        with pytest.raises(BadValues):
            world.organise(Competition.enter_old, competition, places=places, source="Contoh berita", source_on="2024-03-01")
    world.organise(Competition.enter_old, competition, places={str(entry.pk): 3}, source="Contoh berita", source_on="2024-03-01")
    assert (fresh(entry).rank, fresh(entry).state, fresh(competition).state) == (3, "awarded", "awarded")
    assert broken_promises() == []


def test_only_an_agency_prepares_a_contest_and_only_for_its_area(world):
    given = {"level": "regency", "year": 2024, "cutoff_on": world.decree.decided_on, "rubric": RubricVersion.objects.get()}
    with pytest.raises(Refused, match="disiapkan oleh OPD KB"):
        start_competition(world.regency, world.by("budi"), **given)
    refused: list[dict[str, Any]] = [
        {"level": "province"}, {"level": "x"}, {"year": 2015}, {"winners": 0}, {"needs": ["x"]}, {"x": 1}, {"cutoff_on": "x"},
        {"barred_ranks": [0]}, {"rules": {"sheets_needed": 0, "drop_extremes": False, "ties": []}}, {"rules": {}},
    ]  # fmt: skip
    for wrong in refused:
        with pytest.raises(BadValues):
            start_competition(world.regency, world.by("hadi"), **given | wrong)


def test_a_draft_is_edited_and_an_announced_contest_is_not(world):
    rubric, day = RubricVersion.objects.get(), world.decree.decided_on
    competition = start_competition(world.regency, world.by("hadi"), level="regency", year=2024, cutoff_on=day, rubric=rubric)
    edit_competition(competition, world.by("hadi"), winners=1)
    assert competition.winners == 1
    perform(Competition.announce, competition, by=world.by("hadi"))
    with pytest.raises(Refused):
        edit_competition(competition, world.by("hadi"), winners=2)


def test_what_is_locked_holds(world):
    competition, _entries = world.locked("90", "70")
    ranking = newest(competition)
    assert holds(ranking.published, ranking.sha256)
    assert ranking.published["rubric"]["placeholder"] is True
    assert {one["name"] for one in ranking.published["names"].values()} == {"Contoh Satu", "Contoh Dua"}
    assert JournalEntry.objects.filter(act="contests.Competition.lock_ranking").count() == 1
