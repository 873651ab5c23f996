"""Who signs for the regent when the regent cannot."""

from datetime import date

import pytest

from tests.decree_world import fresh
from workflows.core.door import Refused
from workflows.organisation.models import Delegation, Mandate

pytestmark = pytest.mark.django_db


@pytest.fixture
def decree(world):
    return world.walked()


def rules(refused):
    return [p.rule for p in refused.value.problems]


def signature(decree):
    return fresh(decree).issue["signatory"]["lines"]


def test_a_plt_gives_the_reason_and_the_paper_says_plt(world, decree):
    acting = world.appoint("eko", world.office("regent"), "plt", since=date(2024, 3, 1))
    with pytest.raises(Refused) as refused:
        world.decide(decree, by=acting)
    assert rules(refused) == ["reason_for_acting_official"]
    entry = world.decide(decree, by=acting, reason="Bupati menunaikan ibadah haji.")
    assert (entry.reason, signature(decree)) == ("Bupati menunaikan ibadah haji.", ["Plt. BUPATI CONTOH RAYA"])


def test_a_plt_signs_with_a_reason_too(world, decree):
    acting = world.appoint("eko", world.office("regent"), "plt", since=date(2024, 3, 1))
    world.decide(decree)
    world.receive_paper(decree)
    with pytest.raises(Refused) as refused:
        world.sign(decree, by=acting)
    assert rules(refused) == ["reason_for_acting_official"]


def test_a_plh_is_refused(world, decree):
    with pytest.raises(Refused) as refused:
        world.decide(decree, by=world.by("dedi"), reason="Bupati dinas luar.")
    assert rules(refused) == ["capacity_may_sign"]


def test_a_pj_decides_like_the_regent(world, decree):
    Mandate.objects.filter(pk=world.by("citra").pk).update(until=date(2024, 2, 29))
    interim = world.appoint("eko", world.office("regent"), "pj", since=date(2024, 3, 1))
    world.decide(decree, by=interim)
    assert signature(decree) == ["Pj. BUPATI CONTOH RAYA"]


def test_whose_mandate_has_ended_decides_no_more(world, decree):
    Mandate.objects.filter(pk=world.by("citra").pk).update(until=date(2024, 3, 3))
    with pytest.raises(Refused) as refused:
        world.decide(decree)
    assert rules(refused) == ["task_of_my_office"]


def test_on_behalf_of_the_regent_only_by_delegation(world, decree):
    secretary, regent = world.office("secretary"), world.office("regent")
    behalf = world.appoint("indra", secretary, "an", acts_for=regent)
    with pytest.raises(Refused) as refused:
        world.decide(decree, by=behalf)
    assert rules(refused) == ["capacity_may_sign"]
    Delegation.objects.create(giver=regent, receiver=secretary, since=date(2024, 1, 1), paper="Peraturan Bupati Contoh")
    world.decide(decree, by=behalf)
    assert signature(decree) == ["a.n. BUPATI CONTOH RAYA", "SEKRETARIS DAERAH"]


def test_his_own_mandate_is_no_mandate_of_the_regents(world, decree):
    with pytest.raises(Refused) as refused:
        world.decide(decree, by=world.by("indra"))
    assert rules(refused) == ["task_of_my_office"]
