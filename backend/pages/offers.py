"""Which acts a task offers to whoever looks at it, and why some are not possible."""

from dataclasses import dataclass
from typing import Any

from backend.acts import ASKS_FOR, acts_on
from backend.words import LABELS
from workflows.core.door import problems
from workflows.core.errors import Problem
from workflows.routes.models import Assignment, PaperRecord
from workflows.routes.states import AssignmentKind, PaperState

from .acting import Acting
from .forms import ActForm
from .refusals import unlike
from .wordings import BUTTONS, MAIN, Button

REASON_OF_ACTING = "reason_for_acting_official"


@dataclass
class Offer:
    """One act on a task: its button, its form, and the problems that make it grey."""

    name: str
    button: Button
    form: ActForm
    problems: list[Problem]

    @property
    def label(self) -> str:
        return str(LABELS[self.name])

    @property
    def is_main(self) -> bool:
        return self.name in MAIN


def subject_of(task: Assignment) -> Assignment | PaperRecord | None:
    """What is acted upon: the task, or the record from paper that it asks to compare (None once that is done)."""
    return record_behind(task) if task.kind == AssignmentKind.CONFIRM_RECORD else task


def record_behind(task: Assignment) -> PaperRecord | None:
    waiting = PaperRecord.objects.filter(assignment=task.asked_by_id, state=PaperState.RECORDED)
    return waiting.select_related(
        "official__person", "official__office", "recorded_by", "scan", "assignment", "file"
    ).first()


def names_for(task: Assignment) -> list[str]:
    """The acts that a task of this kind and state knows."""
    subject = subject_of(task)
    known = acts_on(subject) if subject else {}
    return [name for name in BUTTONS if name in known and known[name].fits(subject)]


def offers(task: Assignment, acting: Acting, bound: ActForm | None = None) -> list[Offer]:
    """Every act on the task, asked by the very rules that guard it; `bound` is a form that was just refused."""
    return [offer(name, task, acting, bound) for name in names_for(task)]


def offer(name: str, task: Assignment, acting: Acting, bound: ActForm | None) -> Offer:
    subject = subject_of(task)
    assert subject  # whose acts `names_for` has named
    why_not = problems(acts_on(subject)[name].transition, subject, by=acting.mandate, read=read_of(task))
    form = bound if bound and bound.name == name else form_for(name, task, acting)
    for problem in why_not:
        if problem.rule == REASON_OF_ACTING:
            form.ask_reason(problem.words)
    return Offer(name, BUTTONS[name], form, unlike([problem for problem in why_not if problem.rule not in ASKS_FOR]))


def form_for(name: str, task: Assignment, acting: Acting, data: Any = None, files: Any = None) -> ActForm:
    fresh = {"version": task.file.version, "read": read_of(task)}
    return BUTTONS[name].form(data, files, name=name, task=task, acting=acting, fresh=fresh)


def read_of(task: Assignment) -> str:
    """The hash of the text that the page shows."""
    return task.file.snapshot.sha256 if task.file.snapshot else ""
