"""Steps of one order stand in parallel; a quorum lets the run go on without the rest."""

import pytest

from workflows.routes.models import Assignment

FIRST = {"order": 1, "role": "village_head", "kind": "endorse"}
LAST = {"order": 3, "role": "agency", "kind": "endorse"}


def group(quorum=None):
    members = [("camat", "endorse"), ("assistant", "review"), ("secretary", "paraf")]
    return [{"order": 2, "role": role, "kind": kind, "quorum": quorum} for role, kind in members]


@pytest.fixture
def in_group(world):
    """Makes a proposal that has reached a group of this quorum."""

    def make(quorum=None):
        world.route("proposal", [FIRST, *group(quorum), LAST], region=world.district)
        proposal = world.handed_in()
        world.approve(proposal, "village_head", "fitri")
        return proposal

    return make


def test_all_of_a_group_stand_open_together(world, in_group):
    assert world.waits_for(in_group()) == {"camat", "assistant", "secretary"}


def test_without_a_quorum_everybody_is_needed_in_any_order(world, in_group):
    proposal = in_group()
    world.approve(proposal, "secretary", "indra")
    world.approve(proposal, "camat", "budi")
    assert world.waits_for(proposal) == {"assistant"}
    world.approve(proposal, "assistant", "joko")
    assert world.waits_for(proposal) == {"agency"}


def test_a_quorum_voids_who_is_not_needed_and_goes_on(world, in_group):
    proposal = in_group(quorum=2)
    world.approve(proposal, "secretary", "indra")
    assert world.waits_for(proposal) == {"camat", "assistant"}
    world.approve(proposal, "camat", "budi")
    assert world.waits_for(proposal) == {"agency"}
    assert world.task(proposal, "assistant", state="voided").decided_by is None


def test_a_group_at_the_end_completes_the_run(world):
    world.route("proposal", [FIRST, *group()], region=world.district)
    proposal = world.handed_in()
    for role, login in [("village_head", "fitri"), ("camat", "budi"), ("assistant", "joko"), ("secretary", "indra")]:
        assert proposal.file.runs.get().state == "in_progress"
        world.approve(proposal, role, login)
    assert proposal.file.runs.get().state == "completed"


def test_a_return_by_one_asks_the_open_ones_again_and_keeps_the_approvals(world, in_group):
    proposal = in_group()
    world.approve(proposal, "secretary", "indra")
    world.perform(Assignment.return_to_drafter, world.task(proposal, "camat"), "budi", "camat", reason="Lengkapi.")
    waiting = Assignment.objects.filter(file=proposal.pk, state="waiting", order=2)
    assert set(waiting.values_list("office__role", flat=True)) == {"camat", "assistant"}
    assert world.waits_for(proposal) == set()


def test_a_quorum_counts_again_after_a_withdrawal(world, in_group):
    proposal = in_group(quorum=2)
    world.approve(proposal, "secretary", "indra")
    task = world.approve(proposal, "camat", "budi")
    world.perform(Assignment.withdraw, task, "budi", "camat")
    assert world.waits_for(proposal) == {"camat"}
    world.approve(proposal, "camat", "budi")
    assert world.waits_for(proposal) == {"agency"}


def test_a_step_whose_condition_does_not_hold_is_left_out(world):
    when = {"path": "village.kind", "in": ["kelurahan"]}
    world.route("proposal", [FIRST, {**group()[0], "condition": when}, LAST], region=world.district)
    world.appoint("fitri", world.office("village_head", 2))
    desa, kelurahan = world.handed_in(0), world.handed_in(2)
    assert desa.file.assignments.count() == 2
    assert kelurahan.file.assignments.count() == 3
