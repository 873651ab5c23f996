"""A decree may begin later than it is signed, and end; both are the Sistem's acts, once."""

from datetime import date

import pytest

from tests.decree_world import REGENT, VILLAGE, effect_days, fresh
from tests.world import on_day
from workflows.core.door import Refused, perform
from workflows.decrees.models import Decree
from workflows.organisation.offices import system_mandate
from workflows.villages.models import KampungKB

pytestmark = pytest.mark.django_db

APRIL = date(2024, 4, 1)


def by_the_clock(name, decree):
    return perform(f"decrees.Decree.{name}", decree, by=system_mandate())


def test_signed_ahead_it_waits_for_its_day(world):
    decree = world.issued(effective_on=APRIL)
    assert (decree.state, decree.in_force_on, world.stages()) == ("signed", None, ["draft"] * 3)
    with pytest.raises(Refused) as refused:
        by_the_clock("put_in_force", decree)
    assert [p.rule for p in refused.value.problems] == ["its_date_has_come"]
    on_day(APRIL)
    by_the_clock("put_in_force", decree)
    assert (fresh(decree).state, world.stages()) == ("in_force", ["designated"] * 3)
    assert effect_days(decree, "designate") == {(APRIL, None)}


def test_it_comes_into_force_once_and_by_the_clock_only(world):
    decree = world.issued(effective_on=APRIL)
    on_day(APRIL)
    with pytest.raises(Refused) as refused:
        perform(Decree.put_in_force, decree, by=world.by("citra"))
    assert [p.rule for p in refused.value.problems] == ["by_the_system"]
    by_the_clock("put_in_force", decree)
    with pytest.raises(Refused) as refused:
        by_the_clock("put_in_force", decree)
    assert "state" in {p.rule for p in refused.value.problems}
    assert decree.facts.count() == 3


def test_when_it_ends_the_pokja_lapse_and_the_villages_sleep(world):
    decree = world.issued(effects=["designate", "appoint_pokja"], expires_on=date(2024, 12, 31))
    assert world.stages() == ["active"] * 3
    on_day(date(2024, 12, 31))
    with pytest.raises(Refused) as refused:
        by_the_clock("expire", decree)
    assert [p.rule for p in refused.value.problems] == ["its_end_has_come"]
    on_day(date(2025, 1, 1))
    by_the_clock("expire", decree)
    assert (fresh(decree).state, world.stages()) == ("expired", ["dormant"] * 3)
    assert set(KampungKB.objects.stage_on(date(2025, 1, 1)).values_list("stage", flat=True)) == {"dormant"}


def test_a_pokja_renewed_in_time_keeps_its_village_awake(world):
    world.issued(REGENT, villages=[0])
    first = world.issued(VILLAGE, effects=["form", "appoint_pokja"], expires_on=date(2024, 12, 31))
    on_day(date(2024, 12, 2))
    second = world.issued(VILLAGE, effects=["appoint_pokja"], expires_on=date(2025, 12, 31))
    assert effect_days(first, "appoint_pokja") == {(date(2024, 3, 4), date(2024, 12, 1))}
    on_day(date(2025, 1, 1))
    by_the_clock("expire", first)
    assert (world.stages()[0], fresh(second).state) == ("active", "in_force")


def test_a_sleeping_village_wakes_with_its_next_pokja(world):
    decree = world.issued(effects=["designate", "appoint_pokja"], villages=[0], expires_on=date(2024, 12, 31))
    on_day(date(2025, 1, 2))
    by_the_clock("expire", decree)
    world.issued(VILLAGE, effects=["form", "appoint_pokja"])
    assert world.stages()[0] == "active"


def test_signed_later_it_still_holds_from_its_tanggal_penetapan(world):
    decree = world.walked()
    decided = date(2024, 3, 4)
    world.decide(decree)
    on_day(date(2024, 3, 7))
    world.receive_paper(decree)
    world.sign(decree)
    decree = fresh(decree)
    assert (decree.decided_on, decree.signed_on, decree.in_force_on) == (decided, date(2024, 3, 7), decided)
    assert effect_days(decree, "designate") == {(decided, None)}


def test_it_may_not_begin_before_it_is_decided(world):
    decree = world.walked(effective_on=date(2024, 3, 1))
    with pytest.raises(Refused) as refused:
        world.decide(decree)
    assert [p.rule for p in refused.value.problems] == ["begins_no_earlier_than_decided"]
