"""What changed since the version that an office last saw."""

from workflows.core.models import Snapshot
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
    latest = decided.exclude(state=AssignmentState.OPEN).select_related("seen").order_by("-decided_at").first()
    return latest.seen if latest else None
