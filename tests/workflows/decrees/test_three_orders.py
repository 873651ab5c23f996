"""Village first, regent first, or one decree for both: the end is the same."""

from datetime import date, timedelta
from itertools import permutations

import pytest

from tests.decree_world import REGENT, VILLAGE
from tests.world import BEGIN, on_day
from workflows.villages.models import KampungKB

pytestmark = pytest.mark.django_db

FORMS = (VILLAGE, ["form"])
FORMS_AND_APPOINTS = (VILLAGE, ["form", "appoint_pokja"])
APPOINTS = (VILLAGE, ["appoint_pokja"])
DESIGNATES = (REGENT, ["designate"])
DESIGNATES_AND_APPOINTS = (REGENT, ["designate", "appoint_pokja"])

ORDERS = [
    *permutations([FORMS_AND_APPOINTS, DESIGNATES]),
    *permutations([FORMS, DESIGNATES_AND_APPOINTS]),
    *permutations([FORMS, APPOINTS, DESIGNATES]),
]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: " → ".join("+".join(effects) for _kind, effects in order))
def test_all_orders_end_in_the_same_stage(world, order):
    day = BEGIN
    for kind, effects in order:
        on_day(day := day + timedelta(days=1))
        world.issued(kind, effects=effects, villages=[0])
    unit = KampungKB.objects.stage_on(day).get(region=world.villages[0])
    assert (unit.state, unit.stage) == ("active", "active")
    assert unit.village_decree


def test_before_the_regent_decides_a_formed_village_is_not_designated(world):
    world.issued(VILLAGE, effects=["form", "appoint_pokja"])
    assert world.stages()[0] == "draft"
    unit = KampungKB.objects.facts_on(date(2024, 3, 4)).get(region=world.villages[0])
    assert (unit.village_decree, unit.pokja, unit.designated) == (True, True, False)
