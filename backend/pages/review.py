"""Tinjau: the paper, what stands in its way, the ladder, the history, and the acts. Acting is a POST to the same place."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from backend.access import files_for, tasks_for
from backend.acts import act_on
from workflows.core.door import problems
from workflows.core.errors import BadValues, Conflict, KeyReused, NotDone, Problem, Refused
from workflows.core.models import File, JournalEntry
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment, Remark
from workflows.routes.states import AssignmentKind, AssignmentState
from workflows.villages.models import Evidence

from . import history
from .acting import Acting, OfficialRequest, acting
from .differences import Change, changes
from .forms import ActForm
from .ladder import ladder_of
from .offers import form_for, offers, read_of, record_behind, subject_of
from .sheet import sheet_of
from .wordings import BUTTONS

ROW = "decreerow"


def task_or_404(request: OfficialRequest, pk: int) -> Assignment:
    """A task that may be seen; what is foreign does not exist."""
    files = Assignment.objects.filter(file__in=files_for(request.acting.scope))
    seen = tasks_for(request.acting.scope) | files
    wanted = ("file__snapshot", "file__office", "file__region", "file__decree__issuer", "file__proposal__kampung__region",
              "office__region", "region", "run", "step", "asked_by__seen", "asked_by__office")  # fmt: skip
    return get_object_or_404(seen.select_related(*wanted), pk=pk)


@require_GET
@acting
def review(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, task_or_404(request, pk))


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
        bound.renew(version=task.file.version, read=read_of(task))
        status = 409 if isinstance(refusal, Conflict | KeyReused) else 422
    found = offers(task, request.acting, bound)
    context = about_file(task.file, request.acting) | {
        "section": "tasks", "task": task, "mine": task.office_id == request.acting.office_id,
        "main": next((offer for offer in found if offer.is_main), None), "offers": found, "tried": bound and bound.name,
        "differences": differences(task, request.acting), "record": record_behind(task) if is_comparison(task) else None,
        "scan": scan_behind(task), "refusal": refusal and banner(refusal), "remarks": remarks_on(task.file),
    }  # fmt: skip
    return render(request, "tasks/review.html", context, status=status)


def about_file(file: File, acting: Acting) -> dict[str, Any]:
    """What every page about a file shows: sheet, list with its problems, ladder, history, papers."""
    return {
        "file": file, "sheet": sheet_of(file), "content": file.snapshot.content if file.snapshot else None,
        "row_problems": row_problems(file, acting), "struck": struck_rows(file), "ladder": ladder_of(file, acting),
        "history": history.of_file(file.pk), "papers": file.documents.order_by("pk"),
        "evidence": Evidence.objects.filter(file=file).select_related("attachment").order_by("pk"),
    }  # fmt: skip


def row_problems(file: File, acting: Acting) -> list[Problem]:
    """What the rules say against single rows of a decree that is not decided yet."""
    if file.kind != "decree" or file.decree.decided_on:
        return []
    return [problem for problem in problems(Decree.submit, file.decree, by=acting.mandate) if problem.kind == ROW]


def struck_rows(file: File) -> Any:
    if file.kind != "decree":
        return []
    return file.decree.rows.filter(struck=True).select_related("kampung__region")


def remarks_on(file: File) -> Any:
    """The remarks of returns, newest first."""
    return (
        Remark.objects.filter(assignment__file=file, resolved=False)
        .select_related("assignment__office")
        .order_by("-pk")
    )


def differences(task: Assignment, acting: Acting) -> list[Change] | None:
    """What changed since the version that my office last saw; None when it saw none, or sees the same."""
    seen = last_seen(task, acting)
    if seen is None or task.file.snapshot is None or seen.pk == task.file.snapshot_id:
        return None
    return changes(seen.content, task.file.snapshot.content)


def last_seen(task: Assignment, acting: Acting) -> Any:
    if task.kind == AssignmentKind.CONFIRM_CHANGE and task.asked_by:
        return task.asked_by.seen
    decided = Assignment.objects.filter(file=task.file_id, office=task.office_id, seen__isnull=False)
    latest = decided.exclude(state=AssignmentState.OPEN).select_related("seen").order_by("-decided_at").first()
    return latest and latest.seen


def is_comparison(task: Assignment) -> bool:
    return task.kind == AssignmentKind.CONFIRM_RECORD


def scan_behind(task: Assignment) -> int | None:
    """The attachment that a task *cocokkan pindaian* is about; the act that asked for it noted its id."""
    return int(task.note) if task.kind == AssignmentKind.CONFIRM_SCAN and task.note.isdigit() else None


def banner(refusal: NotDone) -> dict[str, Any]:
    """A refusal in words: what stands in the way, who can solve it, what changed meanwhile."""
    lines = [str(refusal)]
    if isinstance(refusal, BadValues):
        lines = list(refusal.fields.values())
    found = refusal.problems if isinstance(refusal, Refused) else []
    changed = [history.line(entry) for entry in refusal.changes] if isinstance(refusal, Conflict) else []
    return {"conflict": isinstance(refusal, Conflict), "problems": found, "lines": lines, "changes": changed}
