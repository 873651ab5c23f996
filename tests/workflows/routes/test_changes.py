"""*Setujui perubahan*: who approved a part that has changed since confirms the difference, or refuses it."""

import pytest

from workflows.core.door import perform
from workflows.routes.models import Assignment
from workflows.villages.drafting import save_draft
from workflows.villages.models import Proposal


@pytest.fixture
def proposal(world):
    """Returned by the field officer, changed by Ani and handed in again."""
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    world.approve(proposal, "camat", "budi")
    world.perform(Assignment.return_to_drafter, world.task(proposal, "pkb"), "gita", reason="Lengkapi.")
    change(world, proposal, "Contoh gambaran kedua.")
    return proposal


def change(world, proposal, profile):
    save_draft(proposal, world.by("ani"), profile=profile)
    perform(Proposal.resubmit, proposal, by=world.by("ani"))
    proposal.refresh_from_db()


def asked(proposal):
    tasks = proposal.file.assignments.filter(kind="confirm_change", state="open")
    return sorted(tasks.values_list("office__role", flat=True))


def test_everybody_who_approved_the_part_is_asked(proposal):
    assert asked(proposal) == ["camat", "village_head"]


def test_a_confirmation_is_bound_to_the_new_text(world, proposal):
    task = world.task(proposal, "camat", kind="confirm_change")
    old = proposal.file.snapshots.get(number=1).sha256
    assert world.why_not(Assignment.confirm_change, task, "budi", read=old) == ["text_was_read"]
    world.perform(Assignment.confirm_change, task, "budi")
    task.refresh_from_db()
    assert (task.state, task.seen.number, asked(proposal)) == ("approved", 2, ["village_head"])


def test_only_the_office_asked_confirms(world, proposal):
    task = world.task(proposal, "camat", kind="confirm_change")
    assert world.why_not(Assignment.confirm_change, task, "eko") == ["task_of_my_office"]


def test_a_step_is_no_confirmation(world, proposal):
    assert world.why_not(Assignment.confirm_change, world.task(proposal, "pkb"), "gita") == ["is_confirm_change"]


def test_who_confirmed_is_asked_about_the_next_change_only(world, proposal):
    world.perform(Assignment.confirm_change, world.task(proposal, "camat", kind="confirm_change"), "budi")
    world.perform(Assignment.return_to_drafter, world.task(proposal, "pkb"), "gita", reason="Sekali lagi.")
    proposal.refresh_from_db()
    perform(Proposal.resubmit, proposal, by=world.by("ani"))
    assert asked(proposal) == ["village_head"]


def test_nobody_is_asked_twice_while_a_confirmation_is_open(world, proposal):
    world.perform(Assignment.return_to_drafter, world.task(proposal, "pkb"), "gita", reason="Sekali lagi.")
    change(world, proposal, "Contoh gambaran ketiga.")
    assert asked(proposal) == ["camat", "village_head"]


def test_the_proposal_is_not_accepted_while_a_confirmation_is_open(world, proposal):
    world.check_on_the_spot(proposal)
    world.approve(proposal, "pkb", "gita")
    final = world.task(proposal, "agency")
    assert world.why_not(Assignment.approve, final, "hadi") == ["confirmations_answered", "confirmations_answered"]
    for role, login in [("camat", "budi"), ("village_head", "fitri")]:
        world.perform(Assignment.confirm_change, world.task(proposal, role, kind="confirm_change"), login)
    assert world.why_not(Assignment.approve, final, "hadi") == []


def test_refusing_a_change_returns_the_file(world, proposal):
    task = world.task(proposal, "camat", kind="confirm_change")
    assert world.why_not(Assignment.refuse_change, task, "budi") == ["reason_given"]
    world.perform(Assignment.refuse_change, task, "budi", reason="Gambaran lama yang benar.")
    proposal.refresh_from_db()
    assert (proposal.state, world.waits_for(proposal)) == ("returned", set())
    change(world, proposal, "Contoh gambaran ketiga.")
    assert world.waits_for(proposal) == {"pkb"}
    assert asked(proposal) == ["camat", "village_head"]


def test_the_field_check_is_no_concern_of_those_who_do_not_see_it(world):
    proposal = world.handed_in(1)
    world.approve(proposal, "village_head", "eko")
    world.approve(proposal, "camat", "budi")
    world.check_on_the_spot(proposal)
    assert (proposal.file.snapshots.count(), asked(proposal)) == (2, [])
