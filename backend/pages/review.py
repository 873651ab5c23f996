"""Tinjau: the paper, what stands in its way, the ladder, the history, and the acts. Acting is a POST to the same place."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from backend.access import files_for, tasks_for
from backend.acts import act_on
from backend.words import LABELS
from workflows.core.errors import Conflict, KeyReused, NotDone, Problem, Refused
from workflows.core.models import JournalEntry
from workflows.organisation.models import Capacity, Role
from workflows.routes.models import Assignment
from workflows.routes.states import ON_PAPER, AssignmentKind, AssignmentState
from workflows.signing.ways import is_electronic

from .about import about_file
from .acting import Acting, OfficialRequest, acting
from .dispositions import note_opened
from .forms import ActForm, renew
from .refusals import banner
from .seen import differences
from .task_acts import form_for, names_for, read_of, record_behind, subject_of, task_offers
from .wordings import BUTTONS

CHECKING = {Role.PKB, Role.AGENCY}


def task_or_404(request: OfficialRequest, pk: int) -> Assignment:
    """A task that may be seen; what is foreign does not exist."""
    files = Assignment.objects.filter(file__in=files_for(request.acting.scope))
    seen = tasks_for(request.acting.scope) | files
    wanted = ("file__snapshot", "file__office", "file__region", "file__decree__issuer", "file__proposal__kampung__region",
              "file__letter__office__region",
              "office__region", "region", "run", "step", "asked_by__seen", "asked_by__office")  # fmt: skip
    return get_object_or_404(seen.select_related(*wanted), pk=pk)


@require_GET
@acting
def review(request: OfficialRequest, pk: int) -> HttpResponse:
    task = task_or_404(request, pk)
    note_opened(task, request.acting)
    return show(request, task)


@require_POST
@acting
def act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    """Do one act; what stands in the way is said in a banner, and nothing that was typed is lost."""
    task = task_or_404(request, pk)
    if name not in BUTTONS:
        raise Http404
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
    context = about_file(task.file, request.acting) | other_ways(task, request.acting) | {
        "section": "tasks", "task": task, "offers": found, "main": next((offer for offer in found if offer.is_main), None),
        "tried": bound and bound.name, "differences": differences(task), "record": recorded_act(task),
        "scan": scan_behind(task), "refusal": refusal and banner(refusal),
    }  # fmt: skip
    return render(request, "tasks/review.html", context, status=status)


def other_ways(task: Assignment, acting: Acting) -> dict[str, bool]:
    """The pages besides this one that my office's open task leads to."""
    mine = task.office_id == acting.office_id and task.state == AssignmentState.OPEN
    return {
        "signs": mine and is_electronic(task),
        "mine": mine, "follows_up": mine and task.kind == AssignmentKind.FOLLOW_UP,
        "is_staff": acting.mandate.capacity == Capacity.STAF,
        "may_record": mine and any(name in ON_PAPER for name in names_for(task)),
        "may_revise": mine and task.step_id is not None and task.file.kind == "decree",
        "may_check": mine and task.step_id is not None and task.file.kind == "proposal" and task.office.role in CHECKING,
    }  # fmt: skip


def recorded_act(task: Assignment) -> dict[str, Any] | None:
    """What a task *cocokkan catatan dari kertas* compares."""
    record = record_behind(task) if task.kind == AssignmentKind.CONFIRM_RECORD else None
    return {"record": record, "label": LABELS[record.act]} if record else None


def scan_behind(task: Assignment) -> int | None:
    """The attachment that a task *cocokkan pindaian* is about; the act that asked for it noted its id."""
    return int(task.note) if task.kind == AssignmentKind.CONFIRM_SCAN and task.note.isdigit() else None
