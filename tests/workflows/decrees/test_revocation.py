"""A designation is revoked, suspended and given again by decrees; its facts keep their dates."""

from datetime import date

import pytest

from tests.decree_world import REGENT, VILLAGE, effect_days, fresh
from tests.world import on_day
from workflows.core.door import Refused, perform
from workflows.decrees import drafting
from workflows.decrees.models import Decree
from workflows.villages.models import KampungKB

pytestmark = pytest.mark.django_db

REVOKING = "Keputusan Bupati Contoh Raya Nomor 1 TAHUN 2024 tentang Penetapan Contoh dicabut dan dinyatakan tidak berlaku."


@pytest.fixture
def designated(world):
    decree = world.issued(effects=["designate", "appoint_pokja"])
    on_day(date(2024, 6, 3))
    return decree


def test_a_revoked_village_is_designated_no_more_from_that_day(world, designated):
    world.issued(effects=["revoke"], villages=[2])
    assert world.stages() == ["active", "active", "revoked"]
    units = KampungKB.objects.filter(region=world.villages[2])
    assert units.stage_on(date(2024, 6, 2)).get().stage == "active"
    assert units.stage_on(date(2024, 6, 3)).get().stage == "revoked"
    assert effect_days(designated, "designate") == {(date(2024, 3, 4), None), (date(2024, 3, 4), date(2024, 6, 2))}


def test_a_revoked_village_may_be_designated_again(world, designated):
    world.issued(effects=["revoke"], villages=[2])
    on_day(date(2024, 9, 2))
    world.issued(effects=["designate"], villages=[2])
    unit = KampungKB.objects.with_first_designation().stage_on(date(2024, 9, 2)).get(region=world.villages[2])
    assert (unit.state, unit.designated) == ("designated", True)
    assert unit.first_designated_on == date(2024, 3, 4)


def test_a_suspended_village_resumes_where_it_was(world, designated):
    world.issued(effects=["suspend"], villages=[0])
    assert world.stages()[0] == "suspended"
    on_day(date(2024, 7, 1))
    world.issued(effects=["resume"], villages=[0])
    unit = KampungKB.objects.stage_on(date(2024, 7, 1)).get(region=world.villages[0])
    assert (unit.state, unit.stage) == ("active", "active")


def test_the_decree_that_is_revoked_says_so(world, designated):
    decree = world.decree_draft(effects=["revoke"], clauses=[REVOKING])
    drafting.link(decree, world.drafter(decree.kind), designated, "revokes")
    perform(Decree.submit, decree, by=world.drafter())
    world.walk(decree)
    world.decide(decree)
    world.receive_paper(decree)
    world.sign(decree)
    assert (fresh(designated).state, world.stages()) == ("revoked", ["revoked"] * 3)


def test_an_amended_decree_stays_in_force(world, designated):
    decree = world.decree_draft(effects=[], subject="Perubahan", villages=[0])
    drafting.link(decree, world.drafter(decree.kind), designated, "amends")
    perform(Decree.submit, decree, by=world.drafter())
    world.walk(decree)
    world.decide(decree)
    world.receive_paper(decree)
    world.sign(decree)
    assert (fresh(designated).state, world.stages()) == ("amended", ["active"] * 3)


def test_a_village_does_not_revoke_the_regents_decree(world, designated):
    decree = world.decree_draft(VILLAGE, effects=["form"], clauses=[REVOKING])
    drafting.link(decree, world.drafter(decree.kind), designated, "revokes")
    with pytest.raises(Refused) as refused:
        perform(Decree.submit, decree, by=world.drafter(VILLAGE))
    assert [p.rule for p in refused.value.problems] == ["outranks_what_it_changes"]


def test_two_regents_decrees_over_one_village_on_one_day_keep_state_and_facts_together(world, designated):
    world.issued(REGENT, effects=["suspend"], villages=[1])
    world.issued(REGENT, effects=["revoke"], villages=[1])
    unit = KampungKB.objects.stage_on(date(2024, 6, 3)).get(region=world.villages[1])
    assert (unit.state, unit.stage) == ("revoked", "revoked")
