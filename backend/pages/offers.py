"""Which acts a task offers to whoever looks at it, and why some are not possible."""

from dataclasses import dataclass
from typing import Any

from workflows.core.door import problems
from workflows.core.errors import Problem
from workflows.routes.models import Assignment, PaperRecord
from workflows.routes.states import AssignmentKind as K
from workflows.routes.states import AssignmentState as S
from workflows.routes.states import PaperState

from .acting import Acting
from .forms import ActForm
from .wordings import BUTTONS, MAIN, Button

ON_STEPS = ["return_to_drafter", "return_to_step", "reject", "ask_opinion"]
OFFERED = {
    K.REVIEW: ["approve", *ON_STEPS], K.ENDORSE: ["approve", *ON_STEPS], K.PARAF: ["approve", *ON_STEPS],
    K.SIGN: ["decide", *ON_STEPS], K.NUMBER: ["type_number"], K.SIGN_DOCUMENT: ["sign"], K.PRINT: ["record_ink"],
    K.SCAN: ["hand_in_scan"], K.CONFIRM_SCAN: ["confirm_scan", "refuse_scan"],
    K.CONFIRM_CHANGE: ["confirm_change", "refuse_change"], K.CONFIRM_RECORD: ["confirm", "refuse"], K.OPINION: ["give_opinion"],
}  # fmt: skip
BY_THE_FORM = {"reason_given", "reason_for_acting_official", "is_an_earlier_step", "another_office_of_the_role", "not_the_same_office"}
"""Rules about what the form will bring; they do not make an act impossible."""


@dataclass
class Offer:
    """One act on a task: its button, its form, and the problems that make it grey."""

    name: str
    button: Button
    form: ActForm
    problems: list[Problem]

    @property
    def is_main(self) -> bool:
        return self.name in MAIN


def names_for(task: Assignment) -> list[str]:
    """The acts that a task of this kind and state knows."""
    if task.state == S.OPEN:
        return [*OFFERED.get(K(task.kind), []), "reassign"]
    if task.state == S.APPROVED and task.step_id:
        return ["withdraw_decision" if task.kind == K.SIGN else "withdraw"]
    return []


def subject_of(name: str, task: Assignment) -> tuple[str, Any]:
    """The declared transition and what it is performed on: the task, or the record that it asks to compare."""
    if name in ("confirm", "refuse"):
        return f"routes.PaperRecord.{name}", record_behind(task)
    return f"routes.Assignment.{name}", task


def record_behind(task: Assignment) -> PaperRecord | None:
    """What a task *cocokkan catatan dari kertas* is about."""
    waiting = PaperRecord.objects.filter(assignment=task.asked_by_id, state=PaperState.RECORDED)
    return waiting.select_related("official__person", "official__office", "recorded_by", "scan", "assignment").first()


def offers(task: Assignment, acting: Acting, bound: ActForm | None = None) -> list[Offer]:
    """Every act on the task, asked by the very rules that guard it; `bound` is a form that was just refused."""
    found = []
    for name in names_for(task):
        transition, subject = subject_of(name, task)
        if subject is None:
            continue
        why_not = problems(transition, subject, by=acting.mandate, read=read_of(task))
        needs_reason = any(problem.rule == "reason_for_acting_official" for problem in why_not)
        form = bound if bound and bound.name == name else form_for(name, task, acting)
        if needs_reason:
            form.ask_reason(next(p.words for p in why_not if p.rule == "reason_for_acting_official"))
        found.append(Offer(name, BUTTONS[name], form, [p for p in why_not if p.rule not in BY_THE_FORM]))
    return found


def form_for(name: str, task: Assignment, acting: Acting, data: Any = None, files: Any = None) -> ActForm:
    fresh = {"version": task.file.version, "read": read_of(task)}
    return BUTTONS[name].form(data, files, name=name, task=task, acting=acting, fresh=fresh)


def read_of(task: Assignment) -> str:
    """The hash of the text that the page shows."""
    return task.file.snapshot.sha256 if task.file.snapshot else ""
