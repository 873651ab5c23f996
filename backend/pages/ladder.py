"""The ladder of approvals: who, as what, when, upon which version; what stands no longer; and which office has nobody today."""

from dataclasses import dataclass
from datetime import date, datetime

from workflows.core.models import File
from workflows.core.wording import MONTHS
from workflows.organisation.mandates import vacant
from workflows.organisation.models import Capacity
from workflows.organisation.titles import PREFIXES
from workflows.routes.models import Assignment
from workflows.routes.remarks import SUBJECTS
from workflows.routes.states import APPROVING_KINDS, NOT_DECIDED, AssignmentKind, AssignmentState
from workflows.routes.submitting import contents, parts_now, sees_a_change, undone

from .acting import Acting
from .history import moments_of
from .moments import moment_on


@dataclass(frozen=True)
class Rung:
    """`is_void`: it was approved, but the text has changed since and the office has not agreed to the change."""

    task: Assignment
    vacant: bool
    capacity: str
    moment: tuple[date, datetime] | None
    is_void: bool = False

    @property
    def when(self) -> str:
        return moment_on(*self.moment) if self.moment else ""

    @property
    def day(self) -> str:
        """`19 Nov`, where there is little room."""
        return f"{self.moment[0].day} {MONTHS[self.moment[0].month - 1][:3]}" if self.moment else ""

    @property
    def is_current(self) -> bool:
        return self.task.state == AssignmentState.OPEN

    @property
    def css(self) -> str:
        return "void" if self.is_void else self.task.state


def ladder_of(file: File, acting: Acting) -> list[Rung]:
    """The steps of the file's runs in order, then the tasks beside them.

    What is no longer needed is left out, and what a hundred villages do about the decree afterwards.
    """
    approving = file.assignments.exclude(kind=AssignmentKind.FOLLOW_UP).exclude(state=AssignmentState.VOIDED)
    tasks = approving.select_related("office", "decided_by", "mandate", "seen", "step")
    shown = sorted(tasks, key=lambda task: (task.run_id or 0, task.step_id is None, task.order, task.pk))
    empty = set(vacant(acting.today).filter(pk__in=[t.office_id for t in shown]).values_list("pk", flat=True))
    moments = moments_of(task.pk for task in shown if task.decided_at)
    void = void_among(file, shown)
    return [
        Rung(task, task.office_id in empty and task.state in NOT_DECIDED, prefix(task), moments.get(task.pk), task.pk in void)
        for task in shown
    ]


def at_stake(file: File, acting: Acting) -> list[Rung]:
    """The approvals that still stand and that an edit may void: who edits is told whose, before he saves."""
    standing = [rung for rung in ladder_of(file, acting) if rung.task.state == AssignmentState.APPROVED and not rung.is_void]
    return [rung for rung in standing if rung.task.kind in APPROVING_KINDS and rung.task.office_id != acting.office_id]


def void_among(file: File, tasks: list[Assignment]) -> set[int]:
    """The approvals (by id) of the offices whose last one saw another text than the present one."""
    parts = present_parts(file)
    lost = undone(file, parts) if parts else {}
    return {
        task.pk for task in tasks
        if task.state == AssignmentState.APPROVED and task.seen and task.office_id in lost and sees_a_change(task, parts)
    }  # fmt: skip


def present_parts(file: File) -> dict[str, str]:
    """Of the frozen text; while the drafter mends it, of the text as he has it now. Nothing where nothing is frozen."""
    if file.kind not in contents or file.snapshot is None:
        return {}
    return parts_now(file) if is_returned(file) else file.snapshot.parts


def is_returned(file: File) -> bool:
    return file.kind in SUBJECTS and getattr(file, file.kind).state == "returned"


def prefix(task: Assignment) -> str:
    """`Plt. ` and the like, of the mandate that decided."""
    return PREFIXES.get(Capacity(task.mandate.capacity), "") if task.mandate else ""
