"""The ladder of approvals: who, as what, when, upon which version; and which office has nobody today."""

from dataclasses import dataclass
from datetime import date

from workflows.core.models import File
from workflows.organisation.mandates import vacant
from workflows.organisation.models import Capacity
from workflows.organisation.titles import PREFIXES
from workflows.routes.models import Assignment
from workflows.routes.states import NOT_DECIDED, AssignmentKind, AssignmentState

from .acting import Acting
from .history import days_of


@dataclass(frozen=True)
class Rung:
    task: Assignment
    vacant: bool
    capacity: str
    day: date | None

    @property
    def is_current(self) -> bool:
        return self.task.state == AssignmentState.OPEN


def ladder_of(file: File, acting: Acting) -> list[Rung]:
    """The steps of the file's runs in order, then the tasks beside them.

    What is no longer needed is left out, and what a hundred villages do about the decree afterwards.
    """
    approving = file.assignments.exclude(kind=AssignmentKind.FOLLOW_UP).exclude(state=AssignmentState.VOIDED)
    tasks = approving.select_related(
        "office", "decided_by", "mandate", "seen"
    )
    shown = sorted(tasks, key=lambda task: (task.run_id or 0, task.step_id is None, task.order, task.pk))
    empty = set(vacant(acting.today).filter(pk__in=[t.office_id for t in shown]).values_list("pk", flat=True))
    days = days_of(task.pk for task in shown if task.decided_at)
    return [
        Rung(task, task.office_id in empty and task.state in NOT_DECIDED, prefix(task), days.get(task.pk))
        for task in shown
    ]


def prefix(task: Assignment) -> str:
    """`Plt. ` and the like, of the mandate that decided."""
    return PREFIXES.get(Capacity(task.mandate.capacity), "") if task.mandate else ""
