"""The launch is a fact of its own: it gates nothing and moves nothing."""

import pytest

from tests.workflows.villages.conftest import put
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Refused
from workflows.villages.models import KampungKB, Launch

GIVEN = {"held_on": "2024-03-01", "place": "Balai Desa Contoh"}


def launch(world, unit, login="fitri", **given):
    return perform(KampungKB.launch, unit, by=world.by(login), values=GIVEN | given)


def test_the_village_head_notes_the_launch_and_the_state_stays(world, units):
    entry = launch(world, units.satu)
    assert Launch.objects.values_list("kampung", "place", "entry").get() == (units.satu.pk, "Balai Desa Contoh", entry.pk)
    units.satu.refresh_from_db()
    assert (units.satu.state, units.satu.version) == ("draft", 1)
    assert entry.subjects.values_list("from_state", "to_state").first() == ("draft", "draft")


def test_the_agency_may_and_others_may_not(world, units):
    launch(world, units.satu, "hadi")
    for login in ("eko", "ani", "budi"):
        with pytest.raises(Refused) as refused:
            launch(world, units.kelurahan, login)
        assert [p.rule for p in refused.value.problems] == ["head_or_agency"]


def test_a_unit_is_launched_once(world, units):
    launch(world, units.satu)
    found = problems(KampungKB.launch, units.satu, by=world.by("fitri"), values=GIVEN)
    assert [p.rule for p in found] == ["not_launched_yet"]


@pytest.mark.parametrize("day", ["2015-12-31", "2024-03-05", "1 Maret 2024"])
def test_an_impossible_day_is_refused(world, units, day):
    with pytest.raises(BadValues) as bad:
        launch(world, units.satu, held_on=day)
    assert list(bad.value.fields) == ["held_on"]


@pytest.mark.parametrize("state", ["revoked", "rejected"])
def test_what_has_ended_is_not_launched(world, units, state):
    put(state)
    with pytest.raises(Refused):
        launch(world, units.satu)
