"""A return goes to the drafter or to an earlier office, says why, and comes back to whoever returned."""

import pytest

from workflows.core.door import perform
from workflows.core.errors import BadValues
from workflows.core.models import Outbox
from workflows.routes.models import Assignment, Remark
from workflows.villages.drafting import save_draft
from workflows.villages.models import Proposal


@pytest.fixture
def proposal(world):
    """With Budi, the Camat, after Fitri approved."""
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    return proposal


def returned(world, proposal, **given):
    task = world.task(proposal, "camat")
    world.perform(Assignment.return_to_drafter, task, "budi", reason="Lengkapi gambaran desa.", **given)
    proposal.refresh_from_db()
    return task


def resubmit(world, proposal):
    perform(Proposal.resubmit, proposal, by=world.by("ani"))
    proposal.refresh_from_db()


def test_to_the_drafter_the_file_is_returned_and_nobody_has_a_step_open(world, proposal):
    task = returned(world, proposal)
    task.refresh_from_db()
    assert (task.state, task.note, task.decided_by.username) == ("returned", "Lengkapi gambaran desa.", "budi")
    assert (proposal.state, world.waits_for(proposal)) == ("returned", set())
    assert world.task(proposal, "village_head", state="approved")


def test_the_drafting_office_is_told(world, proposal):
    task = returned(world, proposal)
    assert Outbox.objects.filter(topic="returned", object_id=task.pk, office=world.office("village_head")).exists()


def test_handed_in_again_it_comes_back_to_the_returning_office(world, proposal):
    returned(world, proposal)
    resubmit(world, proposal)
    assert (proposal.state, world.waits_for(proposal)) == ("in_review", {"camat"})
    world.approve(proposal, "camat", "budi")
    assert world.waits_for(proposal) == {"pkb"}


def test_who_approved_a_part_that_changed_is_asked_to_confirm_only_the_change(world, proposal):
    returned(world, proposal)
    save_draft(proposal, world.by("ani"), profile="Contoh gambaran yang lengkap.")
    resubmit(world, proposal)
    assert world.task(proposal, "village_head", kind="confirm_change").asked_by == world.task(
        proposal, "village_head", state="approved"
    )
    assert world.waits_for(proposal) == {"camat"}


def test_without_a_change_nobody_is_asked_again(world, proposal):
    returned(world, proposal)
    resubmit(world, proposal)
    assert proposal.file.snapshots.count() == 1
    assert not proposal.file.assignments.filter(kind="confirm_change").exists()


def test_a_return_needs_a_reason(world, proposal):
    task = world.task(proposal, "camat")
    assert world.why_not(Assignment.return_to_drafter, task, "budi", reason="  ") == ["reason_given"]


def test_only_the_office_whose_turn_it_is_returns(world, proposal):
    task = world.task(proposal, "camat")
    assert world.why_not(Assignment.return_to_drafter, task, "eko", reason="x") == ["task_of_my_office"]


def test_remarks_are_pinned_to_what_was_returned(world, proposal):
    task = returned(world, proposal, values={"remarks": [{"part": "text", "target": "profile", "text": "Sebut luasnya."},
                                                         {"text": "Periksa lagi."}]})  # fmt: skip
    pinned = Remark.objects.filter(assignment=task).order_by("pk").values_list("part", "target", "text")
    assert list(pinned) == [("text", "profile", "Sebut luasnya."), ("", "", "Periksa lagi.")]


@pytest.mark.parametrize("remark", [{}, {"text": " "}, {"text": "x", "colour": "red"}, "x"])
def test_a_remark_without_text_is_named(world, proposal, remark):
    with pytest.raises(BadValues) as bad:
        returned(world, proposal, values={"remarks": [{"text": "Baik."}, remark]})
    assert list(bad.value.fields) == ["remarks.2"]


# --- to an earlier office


@pytest.fixture
def with_agency(world, proposal):
    """With Hadi, after Fitri, Budi and Gita approved."""
    world.approve(proposal, "camat", "budi")
    world.check_on_the_spot(proposal)
    world.approve(proposal, "pkb", "gita")
    return proposal


def step_of(world, proposal, role):
    return proposal.file.runs.get().route_version.steps.get(role=role).pk


def to_step(world, proposal, role, **given):
    task = world.task(proposal, "agency")
    values = {"step": step_of(world, proposal, role), **given}
    return world.perform(Assignment.return_to_step, task, "hadi", reason="Periksa lagi.", values=values)


def test_to_an_earlier_office_that_office_is_asked_and_then_the_returning_one(world, with_agency):
    to_step(world, with_agency, "camat")
    assert world.waits_for(with_agency) == {"camat"}
    with_agency.refresh_from_db()
    assert with_agency.state == "in_review"
    world.approve(with_agency, "camat", "budi")
    assert world.waits_for(with_agency) == {"agency"}
    world.approve(with_agency, "agency", "hadi")
    with_agency.refresh_from_db()
    assert with_agency.state == "approved"


def test_the_earlier_office_is_told(world, with_agency):
    entry = to_step(world, with_agency, "camat")
    task = world.task(with_agency, "camat")
    assert list(Outbox.objects.filter(entry=entry.pk).values_list("topic", "object_id")) == [("your_turn", task.pk)]


def test_only_an_approved_earlier_step_can_be_chosen(world, with_agency):
    task = world.task(with_agency, "agency")
    for step in (step_of(world, with_agency, "agency"), 0):
        given = {"reason": "x", "values": {"step": step}}
        assert world.why_not(Assignment.return_to_step, task, "hadi", **given) == ["is_an_earlier_step"]


def test_a_step_must_be_chosen(world, with_agency):
    with pytest.raises(BadValues) as bad:
        world.perform(Assignment.return_to_step, world.task(with_agency, "agency"), "hadi", reason="x")
    assert list(bad.value.fields) == ["step"]


def test_it_can_be_returned_twice(world, with_agency):
    for _time in range(2):
        to_step(world, with_agency, "pkb")
        world.approve(with_agency, "pkb", "gita")
    assert world.waits_for(with_agency) == {"agency"}
