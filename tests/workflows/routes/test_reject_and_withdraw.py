"""A rejection ends the run; one's own approval can be taken back until somebody has acted upon it."""

import pytest

from workflows.core.models import Outbox
from workflows.routes.models import Assignment


@pytest.fixture
def proposal(world):
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    return proposal


def test_a_rejection_cancels_the_run_and_all_that_waits(world, proposal):
    task = world.task(proposal, "camat")
    world.perform(Assignment.reject, task, "budi", reason="Bukan desa sasaran.")
    proposal.refresh_from_db()
    assert (proposal.state, proposal.file.runs.get().state) == ("rejected", "cancelled")
    states = set(proposal.file.assignments.values_list("office__role", "state"))
    assert states == {("village_head", "approved"), ("camat", "rejected"), ("pkb", "voided"), ("agency", "voided")}
    assert Outbox.objects.filter(topic="rejected", object_id=task.pk, office=proposal.file.office).exists()


def test_a_rejection_needs_a_reason_and_the_office(world, proposal):
    task = world.task(proposal, "camat")
    assert world.why_not(Assignment.reject, task, "budi") == ["reason_given"]
    assert world.why_not(Assignment.reject, task, "eko", reason="x") == ["task_of_my_office"]


def test_an_approval_is_taken_back(world, proposal):
    mine = world.task(proposal, "village_head", state="approved")
    world.perform(Assignment.withdraw, mine, "fitri")
    mine.refresh_from_db()
    assert mine.state == "withdrawn"
    assert world.waits_for(proposal) == {"village_head"}
    assert world.task(proposal, "camat", state="waiting")
    world.approve(proposal, "village_head", "fitri")
    assert world.waits_for(proposal) == {"camat"}


def test_whoever_lost_the_task_again_is_told(world, proposal):
    lost = world.task(proposal, "camat")
    world.perform(Assignment.withdraw, world.task(proposal, "village_head", state="approved"), "fitri")
    assert Outbox.objects.filter(topic="withdrawn", object_id=lost.pk, office=world.office("camat")).exists()


def test_only_the_office_that_gave_it_takes_it_back(world, proposal):
    mine = world.task(proposal, "village_head", state="approved")
    assert world.why_not(Assignment.withdraw, mine, "budi") == ["decided_by_my_office"]


def test_the_successor_in_the_office_may_take_it_back(world, proposal):
    world.appoint("dedi", world.office("village_head"), "plt")
    mine = world.task(proposal, "village_head", state="approved")
    assert world.why_not(Assignment.withdraw, mine, "dedi", "village_head") == []


def test_not_after_the_next_office_has_acted(world, proposal):
    mine = world.task(proposal, "village_head", state="approved")
    world.approve(proposal, "camat", "budi")
    assert world.why_not(Assignment.withdraw, mine, "fitri") == ["nobody_acted_since"]


def test_not_after_the_run_has_ended(world, proposal):
    mine = world.task(proposal, "village_head", state="approved")
    world.perform(Assignment.reject, world.task(proposal, "camat"), "budi", reason="Bukan sasaran.")
    assert world.why_not(Assignment.withdraw, mine, "fitri") == ["nobody_acted_since"]


def test_what_is_still_open_is_not_taken_back(world, proposal):
    assert world.why_not(Assignment.withdraw, world.task(proposal, "camat"), "budi") == ["state"]
