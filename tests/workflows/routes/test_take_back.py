"""For a minute an approval can be undone by whoever gave it, as if it had not been."""

from datetime import timedelta

import pytest
from django.db.models import F

from tests.races import losers, race
from workflows.core.door import Refused, perform
from workflows.core.findings import checks
from workflows.core.models import JournalEntry, Outbox
from workflows.routes.models import Assignment, Run
from workflows.routes.rules.within_the_minute import HELD, MINUTE
from workflows.villages.models import Proposal


@pytest.fixture
def proposals(world):
    """Two villages wait for the Camat."""
    made = [world.handed_in(village) for village in (0, 1)]
    world.approve(made[0], "village_head", "fitri")
    world.approve(made[1], "village_head", "eko")
    return made


def tasks_of(world, proposals, role="camat", state="open"):
    return Assignment.objects.filter(pk__in=[world.task(p, role, state=state).pk for p in proposals])


def findings():
    """What any invariant finds."""
    return [finding for check in checks for finding in check()]


def endorse(world, proposals):
    """The Camat endorses all at once, having read each."""
    tasks = tasks_of(world, proposals)
    reads = {task.pk: task.file.snapshot.sha256 for task in tasks.select_related("file__snapshot")}
    perform(Assignment.approve, tasks, by=world.by("budi", "camat"), read=reads, hold=HELD)
    return Assignment.objects.filter(pk__in=reads)


def stand(proposals):
    """Where the files, their runs and their villages stand."""
    fresh = [Proposal.objects.get(pk=p.pk) for p in proposals]
    steps = Assignment.objects.filter(file__in=[p.pk for p in fresh]).exclude(state="withdrawn")
    return ([(p.state, p.kampung.state, p.file.runs.get().state) for p in fresh],
            sorted(steps.values_list("file", "office", "state", "opened_on", "due_on"), key=str))  # fmt: skip


def test_each_is_approved_for_what_was_read_of_it(world, proposals):
    done = endorse(world, proposals)
    assert all(task.seen_id == task.file.snapshot_id for task in done.select_related("file"))
    entry = JournalEntry.objects.latest("pk")
    assert entry.values["reads"] == {str(task.pk): world.read(task.file.proposal) for task in done.select_related("file__proposal")}


def test_one_text_that_was_not_read_stops_all(world, proposals):
    tasks = list(tasks_of(world, proposals).order_by("pk"))
    reads = {tasks[0].pk: world.read(proposals[0]), tasks[1].pk: world.read(proposals[0])}
    with pytest.raises(Refused) as refused:
        perform(Assignment.approve, tasks_of(world, proposals), by=world.by("budi", "camat"), read=reads)
    assert {(p.object_id, p.rule) for p in refused.value.problems} == {(tasks[1].pk, "text_was_read")}


def test_one_file_that_has_moved_on_stops_all(world, proposals):
    tasks = list(tasks_of(world, proposals).select_related("file"))
    versions = {tasks[0].file_id: tasks[0].file.version, tasks[1].file_id: tasks[1].file.version - 1}
    with pytest.raises(Refused) as refused:
        perform(Assignment.approve, tasks_of(world, proposals), by=world.by("budi", "camat"), version=versions)
    assert {(p.object_id, p.rule) for p in refused.value.problems} == {(tasks[1].file_id, "version")}


def test_all_is_as_before_and_the_history_tells_both(world, proposals):
    before = stand(proposals)
    done = endorse(world, proposals)
    assert stand(proposals) != before
    perform(Assignment.take_back, done, by=world.by("budi", "camat"))
    assert stand(proposals) == before
    assert list(JournalEntry.objects.order_by("-pk").values_list("act", flat=True)[:2]) == [
        "routes.Assignment.take_back", "routes.Assignment.approve"]  # fmt: skip
    assert findings() == []


def test_nobody_hears_of_what_was_taken_back_in_time(world, proposals):
    done = endorse(world, proposals)
    told = Outbox.objects.filter(topic="your_turn", entry=JournalEntry.objects.latest("pk"))
    later = told.filter(available_at__gt=F("entry__at") + MINUTE, done_at=None)
    assert set(later.values_list("office__role", flat=True)) == {"pkb"}
    perform(Assignment.take_back, done, by=world.by("budi", "camat"))
    assert not Outbox.objects.filter(entry__act__in=["routes.Assignment.take_back", "routes.Assignment.approve"], done_at=None,
                                     office__role__in=["pkb", "camat"], available_at__gt=F("entry__at")).exists()  # fmt: skip
    assert not Outbox.objects.filter(topic="withdrawn").exists()


def test_whoever_has_heard_of_it_is_told(world, proposals):
    world.approve(proposals[0], "camat", "budi")
    Outbox.objects.update(attempts=1)
    perform(Assignment.take_back, world.task(proposals[0], "camat", state="approved"), by=world.by("budi", "camat"))
    assert Outbox.objects.get(topic="withdrawn").office.role == "pkb"


def test_after_the_minute_it_is_too_late(world, proposals):
    done = endorse(world, proposals)
    done.update(decided_at=F("decided_at") - MINUTE - timedelta(seconds=1))
    assert world.why_not(Assignment.take_back, world.task(proposals[0], "camat", state="approved"), "budi", "camat") == [
        "within_the_minute"]  # fmt: skip


def test_not_when_the_next_office_has_acted(world, proposals):
    done = endorse(world, proposals)
    world.check_on_the_spot(proposals[0])
    with pytest.raises(Refused) as refused:
        perform(Assignment.take_back, done, by=world.by("budi", "camat"))
    first = done.get(file=proposals[0].pk)
    assert {(p.object_id, p.rule) for p in refused.value.problems} == {(first.pk, "nothing_done_since")}


def test_another_holder_of_the_office_cannot(world, proposals):
    endorse(world, proposals)
    world.appoint("dedi", world.office("camat"), "plh")
    task = world.task(proposals[0], "camat", state="approved")
    assert world.why_not(Assignment.take_back, task, "dedi", "camat") == ["by_the_same_mandate"]


def test_the_last_approval_too(world, proposals):
    proposal = proposals[0]
    world.approve(proposal, "camat", "budi")
    world.check_on_the_spot(proposal)
    world.approve(proposal, "pkb", "gita")
    before = stand([proposal])
    world.approve(proposal, "agency", "hadi")
    assert stand([proposal])[0] == [("approved", "verified", "completed")]
    perform(Assignment.take_back, world.task(proposal, "agency", state="approved"), by=world.by("hadi"))
    assert stand([proposal]) == before
    world.approve(proposal, "agency", "hadi")
    assert stand([proposal])[0] == [("approved", "verified", "completed")]
    assert findings() == []


def test_those_whom_the_quorum_spared_are_asked_again(world):
    world.route("proposal", region=world.regency, steps=[
        {"order": 1, "role": "camat", "kind": "endorse", "days": 3, "quorum": 1},
        {"order": 1, "role": "pkb", "kind": "review", "days": 3, "quorum": 1},
        {"order": 2, "role": "agency", "kind": "endorse", "days": 3},
    ])  # fmt: skip
    proposal = world.handed_in()
    world.approve(proposal, "camat", "budi")
    assert world.waits_for(proposal) == {"agency"}
    perform(Assignment.take_back, world.task(proposal, "camat", state="approved"), by=world.by("budi", "camat"))
    assert world.waits_for(proposal) == {"camat", "pkb"}
    assert Run.objects.get(file=proposal.pk).state == "in_progress"


@pytest.mark.django_db(transaction=True)
def test_of_taking_back_and_the_next_approval_exactly_one_wins(world, proposals):
    world.approve(proposals[0], "camat", "budi")
    mine, next_one = world.task(proposals[0], "camat", state="approved"), world.task(proposals[0], "pkb")
    read = world.read(proposals[0])
    results = race([
        lambda: perform(Assignment.take_back, mine, by=world.by("budi", "camat")),
        lambda: perform(Assignment.return_to_drafter, next_one, by=world.by("gita"), read=read, reason="Contoh."),
    ])  # fmt: skip
    [lost] = losers(results)
    assert isinstance(lost, Refused)
    assert findings() == []
