"""Tinjau: the paper, what stands in its way, the ladder, the history, and the acts. Acting is a POST to the same place."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from backend.access import files_for, tasks_for
from backend.acts import act_on
from backend.rounds.reviewing import about_evaluation
from backend.words import LABELS
from workflows.core.errors import Conflict, KeyReused, NotDone, Problem, Refused
from workflows.core.models import Attachment, JournalEntry
from workflows.organisation.models import Role
from workflows.routes.models import Assignment
from workflows.routes.states import NOT_DECIDED, ON_PAPER, AssignmentKind, AssignmentState
from workflows.signing.ways import is_electronic

from . import history
from .about import about_file
from .acting import Acting, OfficialRequest, acting
from .annex_read import by_district, listed, size_in_words
from .card import card_of
from .dispositions import note_opened
from .forms import COMMON_REASONS, ActForm, WithRemarks, renew
from .history import Line
from .margin import margin_of
from .offers import OnPage
from .refusals import banner
from .seen import differences, note_seen
from .sheet import sheet_of
from .task_acts import form_for, names_for, pinned_form, read_of, record_behind, subject_of, task_offers
from .wordings import BUTTONS

CHECKING = {Role.PKB, Role.AGENCY}
RETURN = "return_to_drafter"
VERDICTS = [RETURN, "reject"]
"""What stands in the decision bar beside the main act."""


def task_or_404(request: OfficialRequest, pk: int) -> Assignment:
    """A task that may be seen; what is foreign does not exist."""
    files = Assignment.objects.filter(file__in=files_for(request.acting.scope))
    seen = tasks_for(request.acting.scope) | files
    wanted = ("file__snapshot", "file__office", "file__region", "file__decree__issuer", "file__proposal__kampung__region",
              "file__letter__office__region", "file__evaluation__round__questionnaire", "file__evaluation__round__instrument",
              "office__region", "region", "run", "step", "asked_by__seen", "asked_by__office")  # fmt: skip
    return get_object_or_404(seen.select_related(*wanted), pk=pk)


@require_GET
@acting
def review(request: OfficialRequest, pk: int) -> HttpResponse:
    """`?pin=clauses.2` opens the return with a remark on that part, as buttons elsewhere lead here.

    Whoever is asked to fill something in comes to where he does it.
    """
    task = task_or_404(request, pk)
    note_opened(task, request.acting)
    if is_filled_in_by(task, request.acting):
        return redirect(task.file.kind, task.file_id)
    pinned = "pin" in request.GET and RETURN in names_for(task)
    return show(request, task, pinned_form(RETURN, task, request.acting, request.GET) if pinned else None)


def is_filled_in_by(task: Assignment, by: Acting) -> bool:
    """Whether it asks this office to fill in its file, which is done on the file's page."""
    asked = task.kind == AssignmentKind.SELF_EVALUATION and task.state == AssignmentState.OPEN
    return asked and task.office_id == by.office_id


@require_POST
@acting
def act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    """Do one act; what stands in the way is said in a banner, and nothing that was typed is lost."""
    task = task_or_404(request, pk)
    if name not in BUTTONS:
        raise Http404
    if request.POST.get("pin") and issubclass(BUTTONS[name].form, WithRemarks):
        return show(request, task, pinned_form(name, task, request.acting, request.POST))
    form = form_for(name, task, request.acting, request.POST, request.FILES)
    if not form.is_valid():
        return show(request, task, form, status=422)
    try:
        entry = do(request, name, task, form)
    except NotDone as refusal:
        return show(request, task_or_404(request, pk), form, refusal)
    return redirect("recorded", entry.pk, pk)


def do(request: OfficialRequest, name: str, task: Assignment, form: ActForm) -> JournalEntry:
    """The act as the form says. Raises what `perform` raises."""
    subject, given = subject_of(task), form.cleaned_data
    if subject is None:
        raise Refused([Problem(task.pk, "assignment", "record_waiting", _("Catatan ini sudah dicocokkan."))])
    return act_on(
        request.acting.mandate.person, subject, name, mandate=request.acting.mandate.pk, version=given["version"],
        read=given["read"], reason=given.get("reason", ""), key=given["key"], values=form.values(),
    )  # fmt: skip


def show(request: OfficialRequest, task: Assignment, bound: ActForm | None = None, refusal: NotDone | None = None,
         status: int = 200) -> HttpResponse:  # fmt: skip
    """The page, with a form that was refused and why."""
    if bound and refusal:
        renew(bound, version=task.file.version, read=read_of(task))
        status = 409 if isinstance(refusal, Conflict | KeyReused) else 422
    found = task_offers(task, request.acting, bound)
    note_seen(request.acting.mandate.person, task.file)
    context = about_review(task, found, request.acting) | other_ways(task, request.acting) | {
        "section": "tasks", "task": task, "offers": found, "main": next((offer for offer in found if offer.is_main), None),
        "verdicts": [offer for name in VERDICTS for offer in found if offer.name == name],
        "tried": bound and bound.name, "record": recorded_act(task), "settled": settled(task),
        "scan": scan_behind(task), "refusal": refusal and banner(refusal),
    }  # fmt: skip
    return render(request, "tasks/review.html", context, status=status)


def about_review(task: Assignment, offers: list[OnPage], acting: Acting) -> dict[str, Any]:
    """The file with remarks at their place, its list by kecamatan, and what is new to the office."""
    about = about_file(task.file, acting)
    pins = RETURN if any(offer.name == RETURN and not offer.problems for offer in offers) else ""
    rows, changed = listed(about["content"]), differences(task)
    return about | about_evaluation(task.file, about["remarks"]) | {
        "pins": pins, "card": card_of(task.file, about["ladder"], acting), "differences": changed,
        "sheet": sheet_of(task.file, margin_of(task.file, about["remarks"], pins)),
        "districts": by_district(rows, about["remarks"]), "size": rows and size_in_words(rows),
        "common_reasons": COMMON_REASONS if pins else [], "loose_remarks": [remark for remark in about["remarks"] if not remark.target],
        "returned_here": changed is not None and any(r.assignment.office_id == task.office_id for r in about["remarks"]),
    }  # fmt: skip


def settled(task: Assignment) -> Line | None:
    """Who decided what and when, of a task that asks for nothing any more."""
    if task.state in NOT_DECIDED:
        return None
    return next(iter(history.lines(history.moves_of([task.pk]))), None)


def other_ways(task: Assignment, acting: Acting) -> dict[str, bool]:
    """The pages besides this one that my office's open task leads to."""
    mine = task.office_id == acting.office_id and task.state == AssignmentState.OPEN
    return {
        "signs": mine and is_electronic(task),
        "mine": mine, "follows_up": mine and task.kind == AssignmentKind.FOLLOW_UP and task.file.kind == "decree",
        "answers": mine and task.kind == AssignmentKind.FOLLOW_UP and task.file.kind == "need",
        "is_staff": acting.is_staff,
        "may_record": mine and any(name in ON_PAPER for name in names_for(task)),
        "may_revise": mine and task.step_id is not None and task.file.kind == "decree",
        "may_check": mine and task.step_id is not None and task.file.kind == "proposal" and task.office.role in CHECKING,
    }  # fmt: skip


def recorded_act(task: Assignment) -> dict[str, Any] | None:
    """What a task *cocokkan catatan dari kertas* compares."""
    record = record_behind(task) if task.kind == AssignmentKind.CONFIRM_RECORD else None
    return {"record": record, "label": LABELS[record.act]} if record else None


def scan_behind(task: Assignment) -> Attachment | None:
    """What a task *cocokkan pindaian* is about; the act that asked for it noted its id."""
    compared = task.kind == AssignmentKind.CONFIRM_SCAN and task.note.isdigit()
    return Attachment.objects.filter(pk=task.note).first() if compared else None
