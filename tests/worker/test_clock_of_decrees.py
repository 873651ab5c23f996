"""Decrees come into force and end when the database's clock says so; what was missed is done late, and nothing twice."""

from datetime import date

import pytest

from tests.decree_world import build_decree_world, fresh
from tests.world import on_day
from worker.tick import run_due
from workflows.core.models import JournalEntry

APRIL = date(2024, 4, 1)


@pytest.fixture
def world(db):
    return build_decree_world()


def acts_of_the_clock():
    return list(JournalEntry.objects.filter(office__role="system", act__startswith="decrees.Decree")
                .exclude(act__endswith="receive_paper").order_by("pk").values_list("act", "on"))  # fmt: skip


def test_a_decree_signed_ahead_comes_into_force_on_its_day_once(world):
    decree = world.issued(effective_on=APRIL)
    run_due()
    assert fresh(decree).state == "signed"
    on_day(APRIL)
    run_due()
    run_due()
    assert (fresh(decree).state, world.stages()) == ("in_force", ["designated"] * 3)
    assert acts_of_the_clock() == [("decrees.Decree.put_in_force", APRIL)]


def test_a_decree_ends_after_its_last_day(world):
    decree = world.issued(effects=["designate", "appoint_pokja"], expires_on=date(2024, 12, 31))
    on_day(date(2024, 12, 31))
    run_due()
    assert fresh(decree).state == "in_force"
    on_day(date(2025, 1, 1))
    run_due()
    run_due()
    assert fresh(decree).state == "expired"
    assert len(acts_of_the_clock()) == 1


def test_two_missed_slots_are_made_up_for_in_their_order(world):
    decree = world.issued(effective_on=APRIL, expires_on=date(2024, 12, 31))
    on_day(date(2025, 2, 3))
    run_due()
    assert fresh(decree).state == "expired"
    assert [act.rsplit(".", 1)[1] for act, _on in acts_of_the_clock()] == ["put_in_force", "expire"]
