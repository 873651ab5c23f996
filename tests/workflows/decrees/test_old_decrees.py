"""Decrees from before Siklus are entered from paper, with their own number and date, and count like the others."""

from datetime import date

import pytest

from tests.decree_world import VILLAGE, effect_days, fresh
from workflows.core.door import BadValues, Refused, perform
from workflows.core.models import JournalEntry
from workflows.decrees.models import Decree, DecreeNumber, Series
from workflows.routes.models import Assignment
from workflows.villages.models import KampungKB

pytestmark = pytest.mark.django_db

IN_2019, IN_2021 = date(2019, 5, 6), date(2021, 7, 5)


def enter(world, on, number, by=None, kind="keputusan_bupati", **draft):
    decree = world.decree_draft(kind, subject=f"Penetapan {number}", **draft)
    perform(Decree.enter_old, decree, by=by or world.drafter(kind), values={"number": number}, on=on)
    return fresh(decree)


def today(world, village=0):
    unit = KampungKB.objects.stage_on(date(2024, 3, 4)).get(region=world.villages[village])
    return unit.state, unit.stage


def test_an_old_decree_has_its_own_number_and_date_and_moves_the_villages(world):
    decree = enter(world, IN_2019, "188.45/100/2019")
    assert (decree.state, decree.decided_on, decree.in_force_on) == ("in_force", IN_2019, IN_2019)
    assert decree.issue["number"] == "188.45/100/2019"
    assert effect_days(decree, "designate") == {(IN_2019, None)}
    assert world.stages() == ["designated"] * 3
    assert JournalEntry.objects.get(act="decrees.Decree.enter_old").on == IN_2019


def test_a_number_of_another_pattern_is_kept_as_text(world):
    enter(world, IN_2019, "188.45/100/2019")
    number = DecreeNumber.objects.get()
    assert (number.sequence, number.year, number.state) == (None, 2019, "issued")


def test_the_register_goes_on_after_the_highest_number_from_paper(world):
    enter(world, date(2024, 2, 5), "57 TAHUN 2024", villages=[0])
    assert Series.objects.get(doc_class="keputusan_bupati").last == 57
    decree = world.walked(villages=[1])
    world.decide(decree)
    assert world.number(decree) == "58 TAHUN 2024"


def test_one_number_is_not_entered_twice(world):
    enter(world, IN_2019, "12 TAHUN 2019", villages=[0])
    with pytest.raises(BadValues, match="12 TAHUN 2019 sudah dipakai"):
        enter(world, IN_2019, "12 TAHUN 2019", villages=[1])


def test_a_day_to_come_is_no_old_decree(world):
    with pytest.raises(BadValues) as wrong:
        enter(world, date(2024, 3, 5), "9 TAHUN 2024")
    assert list(wrong.value.fields) == ["on"]


def test_another_office_enters_nothing(world):
    with pytest.raises(Refused) as refused:
        enter(world, IN_2019, "12 TAHUN 2019", by=world.by("budi", "camat"))
    assert [p.rule for p in refused.value.problems] == ["my_office_enters_old_decrees"]


def test_an_older_decree_entered_later_does_not_undo_a_newer_one(world):
    enter(world, IN_2021, "21 TAHUN 2021", effects=["appoint_pokja", "designate"], villages=[0])
    enter(world, IN_2019, "12 TAHUN 2019", villages=[0])
    assert today(world) == ("active", "active")


def test_a_designation_entered_after_its_revocation_stays_revoked(world):
    enter(world, IN_2019, "12 TAHUN 2019", villages=[0])
    enter(world, IN_2021, "21 TAHUN 2021", effects=["revoke"], villages=[0])
    enter(world, date(2020, 1, 6), "1 TAHUN 2020", effects=["appoint_pokja"], villages=[0])
    assert today(world) == ("revoked", "revoked")


def test_an_older_pokja_entered_later_does_not_end_a_newer_one(world):
    newer = enter(world, IN_2021, "21 TAHUN 2021", effects=["designate", "appoint_pokja"], villages=[0])
    enter(world, IN_2019, "12 TAHUN 2019", effects=["appoint_pokja"], villages=[0])
    assert effect_days(newer, "appoint_pokja") == {(IN_2021, None)}
    assert today(world) == ("active", "active")


def test_a_revocation_entered_after_a_newer_designation_leaves_it_alone(world):
    enter(world, IN_2021, "21 TAHUN 2021", villages=[0])
    enter(world, IN_2019, "12 TAHUN 2019", effects=["revoke"], villages=[0])
    assert today(world) == ("designated", "designated")


def test_a_pokja_whose_time_is_over_leaves_the_village_asleep(world):
    enter(world, IN_2019, "12 TAHUN 2019", effects=["designate", "appoint_pokja"], villages=[0], expires_on=date(2019, 12, 31))
    assert today(world)[1] == "dormant"


def test_a_revocation_entered_before_its_designation_is_known_and_ends_it(world):
    enter(world, IN_2021, "21 TAHUN 2021", effects=["revoke"], villages=[0])
    decree = enter(world, IN_2019, "12 TAHUN 2019", effects=["designate", "appoint_pokja"], villages=[0])
    assert effect_days(decree, "designate") == effect_days(decree, "appoint_pokja") == {(IN_2019, date(2021, 7, 4))}
    assert today(world) == ("revoked", "revoked")
    then = KampungKB.objects.stage_on(date(2020, 1, 6)).get(region=world.villages[0])
    assert then.stage == "active"


def test_an_older_pokja_entered_later_ends_where_the_newer_one_begins(world):
    enter(world, IN_2021, "21 TAHUN 2021", effects=["appoint_pokja"], villages=[0])
    older = enter(world, IN_2019, "12 TAHUN 2019", effects=["appoint_pokja"], villages=[0])
    assert effect_days(older, "appoint_pokja") == {(IN_2019, date(2021, 7, 4))}


def test_a_follow_up_of_an_old_decree_is_not_born_overdue(world):
    enter(world, IN_2019, "12 TAHUN 2019", villages=[0])
    task = Assignment.objects.get(kind="follow_up")
    assert (task.opened_on, task.due_on) == (date(2024, 3, 4), date(2024, 4, 3))


def test_a_village_revoked_since_is_asked_for_no_pokja(world):
    enter(world, IN_2021, "21 TAHUN 2021", effects=["revoke"], villages=[0])
    enter(world, IN_2019, "12 TAHUN 2019", villages=[0])
    assert not Assignment.objects.filter(kind="follow_up").exists()


def test_a_villages_old_decree_is_entered_by_its_own_desk(world):
    decree = enter(world, IN_2019, "3 TAHUN 2019", kind=VILLAGE, effects=["form"])
    assert (decree.state, effect_days(decree, "form")) == ("in_force", {(IN_2019, None)})
