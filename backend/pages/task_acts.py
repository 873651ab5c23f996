"""The acts on a task: which it knows, upon what, and with which form."""

from dataclasses import replace
from typing import Any

from django.http import QueryDict

from backend.acts import Act, fitting, offer
from workflows.routes.models import Assignment, PaperRecord
from workflows.routes.states import AssignmentKind, PaperState
from workflows.signing.ways import is_electronic

from . import consequences
from .acting import Acting
from .forms import NOTE, ActForm, WithRemarks
from .offers import OnPage
from .places import is_place
from .wordings import BUTTONS, OF_LETTERS, Button

NOT_FOR_ME = {"instructed_by_my_office", "evaluations_are_returned"}
"""Rules by which an act is no business of this office: it is not shown at all."""
REASON_OF_ACTING = "reason_for_acting_official"


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
    return [name for name in BUTTONS if name in known_acts(task)]


def known_acts(task: Assignment) -> dict[str, Act]:
    """By name. What is signed electronically is signed on a page of its own."""
    subject = subject_of(task)
    known = {act.name: act for act in fitting(subject)} if subject else {}
    if is_electronic(task):
        known.pop("sign", None)
    return known


def task_offers(task: Assignment, acting: Acting, bound: ActForm | None = None) -> list[OnPage]:
    """Every act on the task; `bound` is a form that was just refused."""
    subject, known = subject_of(task), known_acts(task)
    shown = [
        on_page(OnPage(offer(known[name], subject, acting.mandate, read_of(task)), button_for(name, task),
                       bound if bound and bound.name == name else form_for(name, task, acting)))
        for name in BUTTONS if name in known
    ]  # fmt: skip
    return [one for one in shown if not {problem.rule for problem in one.problems} & NOT_FOR_ME]


def button_for(name: str, task: Assignment) -> Button:
    """The button of an act, with the consequence it has for what the task is about."""
    words = OF_LETTERS.get(name) if task.file.kind == "letter" else consequences.of_act(name, task)
    return replace(BUTTONS[name], consequence=words) if words else BUTTONS[name]


def on_page(shown: OnPage) -> OnPage:
    """With the words in which an acting official is asked for his reason."""
    for problem in shown.offer.asked:
        if problem.rule == REASON_OF_ACTING:
            shown.form.ask_reason(problem.words)
    return shown


def form_for(name: str, task: Assignment, acting: Acting, data: Any = None, files: Any = None) -> ActForm:
    fresh = {"version": task.file.version, "read": read_of(task)}
    return BUTTONS[name].form(data, files, name=name, task=task, acting=acting, fresh=fresh)


def pinned_form(name: str, task: Assignment, acting: Acting, typed: QueryDict) -> ActForm:
    """The form of a return with one more part to remark on; what was typed so far stays, and nothing is checked yet."""
    target = typed.get("pin", "")
    given: dict[str, Any] = {**form_for(name, task, acting).initial, **typed.dict()}
    if is_place(target):
        given.setdefault(NOTE + target, "")
    form = BUTTONS[name].form(name=name, task=task, acting=acting, fresh=given)
    if isinstance(form, WithRemarks):
        form.focus(target)
    return form


def read_of(task: Assignment) -> str:
    """The hash of the text that the page shows."""
    return task.file.snapshot.sha256 if task.file.snapshot else ""
