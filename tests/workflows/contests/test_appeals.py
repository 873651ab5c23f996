"""Objections to a locked ranking: in time, answered with reasons, and what an objection that is right does."""

from datetime import timedelta

import pytest

from tests.contest_world import newest, ranks
from tests.decree_world import broken_promises, fresh
from tests.world import BEGIN, on_day
from workflows.contests.models import Appeal, Competition, Entry
from workflows.core.door import perform


def test_the_window_ends_with_its_last_local_day(world):
    competition, [entry, _other] = world.locked("90", "70", appeal_days=3)
    assert competition.appeal_until == BEGIN + timedelta(days=3)
    on_day(competition.appeal_until)
    assert world.refused(Entry.appeal, entry, world.by("fitri"), reason="x") == []
    on_day(competition.appeal_until + timedelta(days=1))
    assert world.refused(Entry.appeal, entry, world.by("fitri"), reason="x") == ["appeal_window_open"]


def test_who_objects_says_why_and_speaks_for_the_entry(world):
    _competition, [entry, _other] = world.locked("90", "70")
    assert world.refused(Entry.appeal, entry, world.by("fitri")) == ["reason_given"]
    for by in (world.by("eko"), world.by("hadi"), world.staff(0)):
        assert world.refused(Entry.appeal, entry, by, reason="x") == ["nominator_or_village"]
    world.appealed(entry)
    assert world.refused(Entry.appeal, entry, world.by("fitri"), reason="x") == ["not_appealed_already"]


def test_before_a_ranking_is_locked_there_is_nothing_to_object_to(world):
    _competition, [entry, _other] = world.judged()
    assert world.refused(Entry.appeal, entry, world.by("fitri"), reason="x") == ["state", "appeal_window_open"]


def test_nobody_is_awarded_before_the_window_is_over_and_every_objection_answered(world):
    competition, [entry, _other] = world.locked("90", "70")
    decree = world.issued(effects=[], villages=[0, 1])
    given = {"by": world.by("hadi"), "values": {"decree": decree.pk}}
    appeal = world.appealed(entry)
    assert world.refused(Competition.award, competition, **given) == ["appeal_window_over", "no_appeal_open"]
    world.window_passes(competition)
    assert world.refused(Competition.award, competition, **given) == ["no_appeal_open"]
    assert world.refused(Appeal.dismiss, appeal, world.by("hadi")) == ["reason_given"]
    assert world.refused(Appeal.dismiss, appeal, world.by("ani", "agency"), reason="x") == ["organiser_decides"]
    world.organise(Appeal.dismiss, appeal, reason="Contoh: nilainya benar.")
    assert fresh(appeal).answer == "Contoh: nilainya benar."
    assert fresh(appeal).answered_on == competition.appeal_until + timedelta(days=1)
    assert world.refused(Competition.award, competition, **given) == []


def test_an_objection_that_is_right_opens_the_judging_and_a_second_ranking_is_locked(world):
    competition, entries = world.locked("90", "70")
    first = newest(competition)
    world.organise(Appeal.uphold, world.appealed(entries[1], 1), reason="Contoh: nilai salah ketik.")
    assert fresh(competition).state == "judging"
    assert fresh(competition).appeal_until is None
    assert [fresh(entry).state for entry in entries] == ["field_verified"] * 2
    assert ranks(entries) == [None, None]
    world.score_by_all(entries[1], output="95")
    world.organise(Competition.lock_ranking, competition)
    assert ranks(entries) == [2, 1]
    assert list(competition.rankings.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert fresh(first).published == first.published
    assert broken_promises() == []


def test_two_objections_may_both_be_right(world):
    competition, entries = world.locked("90", "70")
    appeals = [world.appealed(entry, number) for number, entry in enumerate(entries)]
    for appeal in appeals:
        world.organise(Appeal.uphold, appeal, reason="Contoh alasan.")
    assert fresh(competition).state == "judging"
    assert {fresh(appeal).state for appeal in appeals} == {"upheld"}


def test_whoever_answers_acts_on_the_contests_file(world):
    competition, [entry, _other] = world.locked("90", "70")
    appeal = world.appealed(entry)
    before = fresh(competition.file).version
    perform(Appeal.dismiss, appeal, by=world.by("hadi"), version=before, reason="Contoh alasan.")
    assert fresh(competition.file).version == before + 1


@pytest.mark.parametrize("act", [Appeal.uphold, Appeal.dismiss])
def test_an_objection_is_answered_once(world, act):
    _competition, [entry, _other] = world.locked("90", "70")
    appeal = world.appealed(entry)
    world.organise(Appeal.dismiss, appeal, reason="Contoh alasan.")
    assert world.refused(act, appeal, world.by("hadi"), reason="x") == ["state"]
