"""A return goes to the drafter or to an earlier step, and comes back to the office that returned."""

import pytest

from tests.decree_world import WAYS, fresh
from workflows.core.door import BadValues, Refused, perform
from workflows.core.models import Snapshot
from workflows.decrees import drafting
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment, Remark, Step

pytestmark = pytest.mark.django_db

WHY = "Diktum kedua tidak sesuai dengan lampiran."


def turn(decree):
    """The roles whose steps stand open."""
    return list(decree.file.assignments.filter(state="open", step__isnull=False).values_list("office__role", flat=True))


def act_on(world, decree, name, role, login, **given):
    return perform(f"routes.Assignment.{name}", world.task(decree, role), by=world.by(login, role), **given)


def step_of(decree, role):
    return Step.objects.get(version__runs__file=decree.pk, role=role)


@pytest.fixture
def returned(world):
    decree = world.walked(until="assistant")
    act_on(world, decree, "return_to_drafter", "assistant", "joko", reason=WHY)
    return decree


def test_a_returned_decree_is_the_drafters_and_nobody_elses_turn(world, returned):
    assert (fresh(returned).state, turn(returned)) == ("returned", [])


def test_a_return_needs_a_reason(world):
    decree = world.submitted()
    with pytest.raises(Refused) as refused:
        act_on(world, decree, "return_to_drafter", "agency", "hadi", reason="  ")
    assert [p.rule for p in refused.value.problems] == ["reason_given"]


def test_remarks_are_pinned_to_what_they_are_about(world):
    decree = world.submitted()
    remark = {"part": "clauses", "target": "clauses.2", "text": "Sebutkan jumlah desa."}
    act_on(world, decree, "return_to_drafter", "agency", "hadi", reason=WHY, values={"remarks": [remark]})
    assert list(Remark.objects.values_list("assignment__office__role", "target", "text")) == [
        ("agency", "clauses.2", "Sebutkan jumlah desa.")
    ]


def test_a_remark_without_text_is_named(world):
    decree = world.submitted()
    with pytest.raises(BadValues) as wrong:
        act_on(world, decree, "return_to_drafter", "agency", "hadi", reason=WHY,
               values={"remarks": [{"part": "clauses", "text": "Perbaiki."}, {"part": "clauses"}]})  # fmt: skip
    assert list(wrong.value.fields) == ["remarks.2"]


def test_handed_in_again_it_comes_back_to_the_office_that_returned(world, returned):
    drafting.edit(returned, world.drafter(), clauses=["Menetapkan tiga desa."])
    perform(Decree.resubmit, returned, by=world.drafter())
    assert (fresh(returned).state, turn(returned)) == ("in_review", ["assistant"])
    assert Snapshot.objects.filter(file=returned.pk).count() == 2


def test_whoever_approved_what_changed_is_asked_again(world, returned):
    drafting.edit(returned, world.drafter(), clauses=["Menetapkan tiga desa."])
    perform(Decree.resubmit, returned, by=world.drafter())
    asked = returned.file.assignments.filter(kind="confirm_change", state="open")
    assert sorted(asked.values_list("office__role", flat=True)) == ["agency", "legal"]


def test_unchanged_it_asks_nobody_again(world, returned):
    perform(Decree.resubmit, returned, by=world.drafter())
    assert not returned.file.assignments.filter(kind="confirm_change").exists()
    assert Snapshot.objects.filter(file=returned.pk).count() == 1


def test_a_return_to_an_earlier_step_opens_that_step_and_then_the_returning_one(world):
    decree = world.walked(until="secretary")
    act_on(world, decree, "return_to_step", "secretary", "indra", reason=WHY, values={"step": step_of(decree, "legal").pk})
    assert (fresh(decree).state, turn(decree)) == ("in_review", ["legal"])
    world.approve(decree, "legal", "budi")
    assert turn(decree) == ["secretary"]


@pytest.mark.parametrize("role", ["secretary", "regent"])
def test_a_return_goes_to_no_step_that_is_not_earlier(world, role):
    decree = world.walked(until="secretary")
    with pytest.raises(Refused) as refused:
        act_on(world, decree, "return_to_step", "secretary", "indra", reason=WHY, values={"step": step_of(decree, role).pk})
    assert [p.rule for p in refused.value.problems] == ["is_an_earlier_step"]


def test_after_a_return_the_rest_of_the_way_is_walked_as_before(world, returned):
    perform(Decree.resubmit, returned, by=world.drafter())
    world.walk(returned)
    assert turn(returned) == ["regent"]
    steps = returned.file.assignments.filter(state="approved", step__isnull=False).order_by("order")
    assert [a.office.role for a in steps] == WAYS[returned.kind][:-1]


def test_a_rejected_decree_ends_and_frees_its_villages(world):
    decree = world.walked(until="legal")
    act_on(world, decree, "reject", "legal", "budi", reason="Bertentangan dengan peraturan.")
    assert (fresh(decree).state, decree.file.runs.get().state, turn(decree)) == ("rejected", "cancelled", [])
    assert world.submitted().state == "draft"


def test_the_drafter_withdraws_and_the_villages_are_free(world):
    decree = world.walked(until="legal")
    perform(Decree.withdraw, decree, by=world.drafter(), reason="Digabung dengan naskah lain.")
    assert (fresh(decree).state, turn(decree)) == ("withdrawn", [])
    world.submitted()


def test_an_approval_is_taken_back_until_somebody_acted_upon_it(world):
    decree = world.walked(until="assistant")
    [approval] = decree.file.assignments.filter(office__role="legal", state="approved")
    perform(Assignment.withdraw, approval, by=world.by("budi", "legal"))
    assert turn(decree) == ["legal"]
    world.walk(decree, until="secretary")
    [approval] = decree.file.assignments.filter(office__role="legal", state="approved")
    with pytest.raises(Refused) as refused:
        perform(Assignment.withdraw, approval, by=world.by("budi", "legal"))
    assert [p.rule for p in refused.value.problems] == ["nobody_acted_since"]
