"""A decree's way from the draft to in force, and what each station leaves behind."""

from datetime import date

import pytest

from tests.decree_world import ISSUER, REGENT, VILLAGE, broken_promises, effect_days, fresh
from tests.world import on_day
from workflows.core.door import Refused, perform
from workflows.core.models import JournalEntry, Outbox
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment


def state(decree):
    return fresh(decree).state


def test_a_regents_decree_goes_from_draft_to_in_force(world):
    decree = world.decree_draft()
    assert state(decree) == "draft"
    perform(Decree.submit, decree, by=world.drafter())
    assert state(decree) == "in_review"
    for role, login in [("agency", "hadi"), ("legal", "budi"), ("assistant", "joko"), ("secretary", "indra")]:
        assert [a.office.role for a in decree.file.assignments.filter(state="open")] == [role]
        world.approve(decree, role, login)
    world.decide(decree)
    assert state(decree) == "numbered"
    world.receive_paper(decree)
    world.sign(decree)
    assert state(decree) == "in_force"
    assert world.stages() == ["designated"] * 3
    assert effect_days(decree, "designate") == {(date(2024, 3, 4), None)}


def test_a_villages_decree_needs_its_secretary_and_its_head(world):
    decree = world.issued(VILLAGE, effects=["form"])
    assert decree.state == "in_force"
    acts = JournalEntry.objects.filter(subjects__file_id=decree.pk).distinct().order_by("pk").values_list("act", "person__username")
    assert list(acts) == [
        ("decrees.Decree.submit", "ani"), ("routes.Assignment.approve", "kartika"), ("routes.Assignment.decide", "fitri"),
        ("decrees.Decree.receive_paper", "sistem"), ("routes.Assignment.sign", "fitri"),
    ]  # fmt: skip


def test_deciding_and_signing_are_two_acts(world):
    decree = world.walked()
    world.decide(decree)
    assert not Assignment.objects.filter(file=decree.pk, kind="sign_document").exists()
    world.receive_paper(decree)
    task = world.open_task(decree, "sign_document")
    assert (task.office.role, fresh(decree).in_force_on) == ("regent", None)
    world.sign(decree)
    assert fresh(decree).in_force_on == date(2024, 3, 4)


def test_the_date_is_that_of_the_decision_not_of_the_signature(world):
    decree = world.walked()
    world.decide(decree)
    on_day(date(2024, 3, 7))
    world.receive_paper(decree)
    world.sign(decree)
    decree = fresh(decree)
    assert (decree.decided_on, decree.issue["date"]) == (date(2024, 3, 4), "2024-03-04")
    assert decree.issue["signatory"] == {"lines": ["BUPATI CONTOH RAYA"], "name": "CONTOH CITRA"}


@pytest.mark.parametrize("kind", [REGENT, VILLAGE])
def test_staff_of_the_signatory_never_decide(world, kind):
    decree = world.walked(kind, effects=["designate" if kind == REGENT else "form"])
    staff = world.appoint("eko", world.office(ISSUER[kind]), "staf")
    with pytest.raises(Refused) as refused:
        world.decide(decree, by=staff, reason="Pejabat berhalangan.")
    assert [p.rule for p in refused.value.problems] == ["task_of_my_office", "capacity_may_sign"]
    assert state(decree) == "in_review"


def test_staff_of_an_approving_office_never_approve(world):
    decree = world.submitted()
    staff = world.appoint("eko", world.office("agency"), "staf")
    with pytest.raises(Refused) as refused:
        perform(Assignment.approve, world.task(decree, "agency"), by=staff, read=world.read(decree))
    assert [p.rule for p in refused.value.problems] == ["task_of_my_office"]


def test_nobody_decides_what_he_drafted_under_whatever_mandate(world):
    acting = world.appoint("ani", world.office("regent"), "plt")
    decree = world.walked()
    with pytest.raises(Refused) as refused:
        world.decide(decree, by=acting, reason="Bupati berhalangan.")
    assert [p.rule for p in refused.value.problems] == ["not_my_own_draft"]


def test_a_text_that_was_not_read_is_not_approved(world):
    decree = world.submitted()
    with pytest.raises(Refused) as refused:
        perform(Assignment.approve, world.task(decree, "agency"), by=world.by("hadi"), read="0" * 64)
    assert [p.rule for p in refused.value.problems] == ["text_was_read"]


def test_in_force_tells_every_village_and_the_drafter(world):
    decree = world.issued()
    told = Outbox.objects.filter(entry__act="routes.Assignment.sign")
    heads = {world.office("village_head", n).pk for n in range(3)}
    assert set(told.filter(topic="village_moved").values_list("office", flat=True)) == heads
    assert told.get(topic="in_force").office == world.office("agency")
    assert told.get(topic="in_force").object_id == decree.pk


def test_the_whole_way_breaks_no_invariant(world):
    world.issued()
    assert broken_promises() == []
