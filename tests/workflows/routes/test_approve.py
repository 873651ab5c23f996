"""Whoever holds the office whose turn it is approves the text that he has read; nobody else, and nothing else."""

from datetime import date

import pytest

from tests.world import BEGIN, on_day
from workflows.core.door import perform, problems
from workflows.core.errors import Conflict, KeyReused, Refused
from workflows.core.models import JournalEntry, Outbox
from workflows.routes.models import Assignment


@pytest.fixture
def proposal(world):
    return world.handed_in()


@pytest.fixture
def task(world, proposal):
    """Fitri, the head of the village, is asked first."""
    return world.task(proposal, "village_head")


def test_an_approval_notes_who_what_and_when_and_opens_the_next_step(world, proposal, task):
    world.perform(Assignment.approve, task, "fitri")
    task.refresh_from_db()
    assert (task.state, task.decided_by.username, task.mandate) == ("approved", "fitri", world.by("fitri"))
    assert task.seen.sha256 == world.read(task)
    following = world.task(proposal, "camat")
    assert (following.opened_on, following.due_on) == (BEGIN, date(2024, 3, 13))  # 11 and 12 March are days off


def test_the_next_office_is_told_and_the_entry_names_every_object(world, proposal, task):
    entry = world.perform(Assignment.approve, task, "fitri")
    following = world.task(proposal, "camat")
    [told] = Outbox.objects.filter(entry=entry.pk)
    assert (told.topic, told.object_id, told.office) == ("your_turn", following.pk, world.office("camat"))
    moved = set(entry.subjects.values_list("kind", "object_id", "from_state", "to_state"))
    assert moved == {
        ("assignment", task.pk, "open", "approved"),
        ("assignment", following.pk, "waiting", "open"),
        ("kampungkb", proposal.kampung_id, "draft", "proposed"),
    }


def test_the_file_moves_on_by_one_version(world, proposal, task):
    proposal.file.refresh_from_db()
    before = proposal.file.version
    world.perform(Assignment.approve, task, "fitri")
    proposal.file.refresh_from_db()
    assert proposal.file.version == before + 1


def test_a_stranger_is_refused_and_nothing_is_done(world, task):
    entries = JournalEntry.objects.count()
    with pytest.raises(Refused) as refused:
        world.perform(Assignment.approve, task, "eko")
    [problem] = refused.value.problems
    assert (problem.rule, "Contoh Satu" in problem.words) == ("task_of_my_office", True)
    task.refresh_from_db()
    assert (task.state, JournalEntry.objects.count()) == ("open", entries)


def test_staff_never_decide(world, task):
    assert world.why_not(Assignment.approve, task, "ani") == ["task_of_my_office", "not_my_own_draft"]


def test_nobody_approves_his_own_draft_under_whichever_mandate(world, proposal, task):
    world.appoint("ani", world.office("camat"), "plh")
    world.approve(proposal, "village_head", "fitri")
    assert world.why_not(Assignment.approve, world.task(proposal, "camat"), "ani", "camat") == ["not_my_own_draft"]


def test_an_acting_official_approves_in_place_of_the_holder(world, proposal, task):
    world.appoint("dedi", world.office("village_head"), "plh")
    world.perform(Assignment.approve, task, "dedi", "village_head")
    task.refresh_from_db()
    assert task.mandate.capacity == "plh"


@pytest.mark.parametrize("days", [{"since": date(2024, 3, 5)}, {"until": date(2024, 3, 3)}])
def test_a_mandate_that_is_not_in_force_today_is_none(world, task, days):
    world.appoint("dedi", world.office("village_head"), "plt", **days)
    assert world.why_not(Assignment.approve, task, "dedi", "village_head") == ["task_of_my_office"]


def test_the_last_day_of_a_mandate_counts(world, task):
    world.appoint("dedi", world.office("village_head"), "plt", until=BEGIN)
    assert world.why_not(Assignment.approve, task, "dedi", "village_head") == []
    on_day(date(2024, 3, 5))
    assert world.why_not(Assignment.approve, task, "dedi", "village_head") == ["task_of_my_office"]


def test_nobody_acts_by_the_mandate_of_another(world, task):
    forged = world.by("fitri")
    forged.person = world.by("eko").person
    with pytest.raises(Refused):
        perform(Assignment.approve, task, by=forged, read=world.read(task))


@pytest.mark.parametrize("read", ["", "0" * 64])
def test_an_approval_needs_the_present_text_to_be_read(world, task, read):
    assert world.why_not(Assignment.approve, task, "fitri", read=read) == ["text_was_read"]


def test_steps_go_strictly_in_order(world, proposal):
    later = world.task(proposal, "camat", state="waiting")
    assert world.why_not(Assignment.approve, later, "budi") == ["state"]


def test_a_step_is_approved_once(world, task):
    world.perform(Assignment.approve, task, "fitri")
    assert world.why_not(Assignment.approve, task, "fitri") == ["state"]


def test_a_stale_version_is_a_conflict_that_tells_what_happened(world, task):
    world.perform(Assignment.approve, task, "fitri")
    with pytest.raises(Conflict) as conflict:
        world.perform(Assignment.approve, task, "fitri", version=task.file.version - 1)
    assert conflict.value.changes[-1].act == "routes.Assignment.approve"


def test_the_same_key_gives_the_same_answer_and_is_no_key_for_something_else(world, proposal, task):
    first = world.perform(Assignment.approve, task, "fitri", key="tap-1")
    again = world.perform(Assignment.approve, task, "fitri", key="tap-1")
    assert again.pk == first.pk
    with pytest.raises(KeyReused):
        world.perform(Assignment.reject, task, "fitri", key="tap-1", reason="lain")


def test_a_run_whose_last_step_is_approved_is_complete(world, proposal):
    world.approve(proposal, "village_head", "fitri")
    world.approve(proposal, "camat", "budi")
    world.check_on_the_spot(proposal)
    world.approve(proposal, "pkb", "gita")
    assert proposal.file.runs.get().state == "in_progress"
    world.approve(proposal, "agency", "hadi")
    assert proposal.file.runs.get().state == "completed"
    assert world.waits_for(proposal) == set()


def test_other_tasks_are_not_approved_as_steps(world, task):
    world.perform(Assignment.ask_opinion, task, "fitri", values={"office": world.office("camat").pk, "question": "Setuju?"})
    opinion = world.task(task.file, "camat", kind="opinion")
    assert world.why_not(Assignment.approve, opinion, "budi") == ["is_review_or_endorse_or_paraf"]


def words(world, task, username):
    [problem] = problems(Assignment.approve, task, by=world.by(username), read=world.read(task))
    assert problem.rule == "state"
    return problem.words, problem.solved_by


def test_whoever_comes_too_early_is_told_whose_turn_it_is(world, proposal, task):
    later = world.task(proposal, "camat", state="waiting")
    here, there = task.office.label, later.office.label
    assert words(world, later, "budi") == (f"Belum giliran {there}; sekarang giliran {here}.", here)


def test_whoever_comes_early_while_the_drafter_mends_the_file_waits_for_him(world, proposal, task):
    later = world.task(proposal, "camat", state="waiting")
    world.perform(Assignment.return_to_drafter, task, "fitri", reason="Berita acara belum ditandatangani.")
    assert words(world, later, "budi")[1] == proposal.file.office.label


def test_whoever_comes_too_late_is_told_what_became_of_the_task(world, task):
    world.perform(Assignment.approve, task, "fitri")
    assert words(world, task, "fitri") == ("Tugas ini sudah disetujui.", "")


def test_what_is_not_decided_cannot_be_taken_back(world, task):
    [problem] = problems(Assignment.withdraw, task, by=world.by("fitri"))
    assert (problem.words, problem.solved_by) == (f"Tugas ini masih menunggu keputusan {task.office.label}.", task.office.label)
