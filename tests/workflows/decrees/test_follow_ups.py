"""A designating decree asks its villages for a Pokja; whichever decree appoints it answers the task."""

from datetime import date

import pytest

from tests.decree_world import VILLAGE
from workflows.routes.models import Assignment

pytestmark = pytest.mark.django_db


def follow_ups(state):
    found = Assignment.objects.filter(kind="follow_up", state=state)
    return set(found.values_list("office__region__name", flat=True))


def test_every_village_without_pokja_is_asked_within_thirty_days(world):
    world.issued()
    assert follow_ups("open") == {"Contoh Satu", "Contoh Dua", "Contoh Tiga"}
    assert set(Assignment.objects.filter(kind="follow_up").values_list("due_on", flat=True)) == {date(2024, 4, 3)}


def test_the_villages_own_decree_answers_it(world):
    world.issued()
    world.issued(VILLAGE, effects=["form", "appoint_pokja"])
    assert (follow_ups("approved"), follow_ups("open")) == ({"Contoh Satu"}, {"Contoh Dua", "Contoh Tiga"})


def test_a_village_that_has_its_pokja_is_not_asked(world):
    world.issued(VILLAGE, effects=["form", "appoint_pokja"])
    world.issued()
    assert follow_ups("open") == {"Contoh Dua", "Contoh Tiga"}


def test_a_decree_that_appoints_asks_nobody(world):
    world.issued(effects=["designate", "appoint_pokja"])
    assert follow_ups("open") == set()
