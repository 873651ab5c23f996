"""*Disposisi* on the pages: noted as opened by whom it is for, and shown beside the task it came from."""

from typing import Any

from django.db.models import QuerySet

from backend.acts import act_on
from workflows.core.errors import Refused
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from .acting import Acting
from .task_acts import form_for


def note_opened(task: Assignment, acting: Acting) -> None:
    """When the office that it is for opens a disposition, its history says so; from then on it cannot be recalled."""
    waits = task.kind == AssignmentKind.DISPOSITION and task.state == AssignmentState.OPEN and task.read_at is None
    if not (waits and task.office_id == acting.office_id):
        return
    try:
        act_on(acting.mandate.person, task, "open_disposition", mandate=acting.mandate.pk)
    except Refused:  # recalled, or opened by a colleague, at this very moment: the page shows which
        pass
    task.refresh_from_db()


def given(task: Assignment, acting: Acting) -> list[dict[str, Any]]:
    """The dispositions that came from a task, each with the form that recalls it while it can be recalled."""
    return [{"task": one, "recall": recall_form(one, acting)} for one in dispositions_of(task)]


def dispositions_of(task: Assignment) -> QuerySet[Assignment]:
    mine = Assignment.objects.filter(asked_by=task, kind=AssignmentKind.DISPOSITION)
    return mine.select_related("office", "read_by", "file__snapshot", "asked_by").order_by("pk")


def recall_form(one: Assignment, acting: Acting) -> Any:
    mine = one.asked_by is not None and one.asked_by.office_id == acting.office_id
    unread = one.state == AssignmentState.OPEN and one.read_at is None
    return form_for("recall", one, acting) if mine and unread else None
