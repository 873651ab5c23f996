"""The winner goes on to the next level as a linked entry, by the rules there."""

import pytest

from tests.contest_world import EVEN, newest, ranks
from tests.decree_world import broken_promises, fresh
from tests.world import upload
from workflows.contests.models import Competition, Entry
from workflows.core.clock import today
from workflows.core.door import perform
from workflows.core.errors import BadValues, Refused
from workflows.core.models import File

TWO_JURORS = {"sheets_needed": 2, "drop_extremes": False, "ties": []}


def forwarded(world, **given):
    competition, entries = world.locked("90", "70")
    above = world.provincial(**given)
    world.window_passes(competition)
    return competition, entries, above


def test_the_first_goes_to_the_province_as_a_linked_entry(world):
    competition, [first, _second], above = forwarded(world)
    world.organise(Entry.forward, first, competition=above.pk)
    went = Entry.objects.get(competition=above)
    assert (went.state, went.forwarded_from, went.kampung) == ("nominated", first, first.kampung)
    assert went.file.office == world.by("hadi").office
    assert fresh(first).state == "forwarded"
    perform(Entry.check_papers, went, by=world.by("lina"))
    assert broken_promises() == []


def test_who_was_forwarded_is_still_awarded_and_who_was_awarded_is_still_forwarded(world):
    competition, [first, second], above = forwarded(world)
    decree = world.issued(effects=[], villages=[0, 1])
    world.organise(Entry.forward, first, competition=above.pk)
    world.organise(Competition.award, competition, decree=decree.pk)
    assert [fresh(entry).state for entry in (first, second)] == ["awarded"] * 2
    world.organise(Entry.forward, second, competition=above.pk)
    assert fresh(second).state == "forwarded"


def test_twice_is_once(world):
    competition, [first, _second], above = forwarded(world)
    world.organise(Entry.forward, first, competition=above.pk)
    world.organise(Competition.award, competition, decree=world.issued(effects=[], villages=[0, 1]).pk)
    with pytest.raises(BadValues, match="sudah dicalonkan"):
        world.organise(Entry.forward, first, competition=above.pk)
    assert Entry.objects.filter(forwarded_from=first).count() == 1


def test_the_next_level_asks_its_own_rules_and_a_refusal_leaves_nothing_behind(world):
    _competition, [first, _second], above = forwarded(world, cutoff_on=world.decree.decided_on.replace(year=2023))
    files = File.objects.count()
    with pytest.raises(Refused, match="tanggal acuan"):
        world.organise(Entry.forward, first, competition=above.pk)
    assert File.objects.count() == files
    assert fresh(first).state == "ranked"


def test_one_goes_up_one_level_and_not_sideways(world):
    _competition, [first, _second], _above = forwarded(world)
    sideways = world.contest(year=2025)
    given = {"by": world.by("hadi"), "values": {"competition": sideways.pk}}
    assert world.refused(Entry.forward, first, **given) == ["goes_to_the_next_level"]
    with pytest.raises(Refused, match="tingkat berikutnya"):
        world.organise(Entry.forward, first, competition=0)


def test_nobody_is_forwarded_while_the_ranking_may_be_objected_to(world):
    _competition, [first, _second] = world.locked("90", "70")
    above = world.provincial()
    world.appealed(first)
    given = {"by": world.by("hadi"), "values": {"competition": above.pk}}
    assert world.refused(Entry.forward, first, **given) == ["appeal_window_over", "no_appeal_open"]


def test_the_province_has_its_own_jury_and_its_own_ranking(world):
    """The second of the regency comes first there; the regency's ranking stays what it was."""
    _competition, entries, above = forwarded(world, rules=TWO_JURORS, winners=1, appeal_days=0)
    for entry in entries:
        world.organise(Entry.forward, entry, competition=above.pk)
    lina, office = world.by("lina"), above.file.office
    jurors = [lina, world.appoint("mira", office, "staf")]
    seats = [{"person": one.person_id, "office": office.pk, "chair": one is lina} for one in jurors]
    perform(Competition.seat_jury, above, by=lina, values={"jurors": seats, "paper": "400/9 tanggal 1 April 2024"})
    perform(Competition.begin_judging, above, by=lina)
    went = [Entry.objects.get(forwarded_from=entry) for entry in entries]
    for entry, points in zip(went, ("60", "80"), strict=True):
        judged(above, entry, points, by=jurors)
    assert world.refused(Competition.lock_ranking, above, world.by("hadi")) == ["organiser_decides"]
    perform(Competition.lock_ranking, above, by=lina)
    assert ranks(went) == [2, 1]
    assert ranks(entries) == [1, 2]
    assert newest(above).published["entries"] == sorted(str(entry.pk) for entry in went)
    world.window_passes(above)
    perform(Competition.award, above, by=lina, values={"paper": "Keputusan Gubernur Contoh 2/2024"})
    assert [fresh(entry).state for entry in went] == ["ranked", "awarded"]
    assert broken_promises() == []


def judged(above, entry, points, by):
    """From the papers to the field visit, all by the province's people."""
    chair, photo = by[0], upload(f"tinjauan-{entry.pk}.jpg").pk
    for act in (Entry.check_papers, Entry.shortlist, Entry.present):
        perform(act, entry, by=chair)
    for one in by:
        juror = above.jurors.get(person=one.person_id).pk
        perform(Entry.score, entry, by=one, values={"juror": juror, "points": EVEN | {"output": points}})
    visit = {"visited_on": today().isoformat(), "points": "75", "attachments": [photo]}
    perform(Entry.verify_in_the_field, entry, by=chair, values=visit)
