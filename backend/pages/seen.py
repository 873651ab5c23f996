"""What changed since the version that an office decided upon, or that a person last opened."""

from workflows.core.models import File, Seen, Snapshot
from workflows.organisation.models import Person
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from .differences import Change, changes


def differences(task: Assignment) -> list[Change] | None:
    """What changed since the version that the office of the task last saw; None when it saw none, or sees the same."""
    seen = last_seen(task)
    if seen is None or task.file.snapshot is None or seen.pk == task.file.snapshot_id:
        return None
    return changes(seen.content, task.file.snapshot.content)


def last_seen(task: Assignment) -> Snapshot | None:
    if task.kind == AssignmentKind.CONFIRM_CHANGE and task.asked_by:
        return task.asked_by.seen
    decided = Assignment.objects.filter(file=task.file_id, office=task.office_id, seen__isnull=False)
    latest = decided.exclude(state=AssignmentState.OPEN).select_related("seen").order_by("-decided_at", "-pk").first()
    return latest.seen if latest else None


def note_seen(person: Person, file: File) -> None:
    """That a person has opened the present version; the first time counts."""
    if file.snapshot_id:
        Seen.objects.bulk_create([Seen(person=person, file=file, snapshot_id=file.snapshot_id)], ignore_conflicts=True)


def opened_before(person: Person, file: File) -> Snapshot | None:
    """The version that he opened last, of those that are not the present one."""
    earlier = Seen.objects.filter(person=person, file=file).exclude(snapshot=file.snapshot_id)
    latest = earlier.select_related("snapshot").order_by("-at", "-pk").first()
    return latest.snapshot if latest else None
