"""After approving many: what became of each, and for a minute the way back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from backend.access import journal_for
from workflows.core.door import perform, problems
from workflows.core.errors import NotDone, Refused
from workflows.core.models import JournalEntry, JournalSubject
from workflows.routes.models import Assignment, Deferral
from workflows.routes.rules.within_the_minute import MINUTE
from workflows.routes.states import AssignmentState

from . import history
from .acting import OfficialRequest, acting
from .bulk_rows import Row, by_task, rows_for
from .inbox_filters import Filters
from .refusals import banner

APPROVE = "routes.Assignment.approve"


@dataclass(frozen=True)
class Undo:
    """Until when an approval can be taken back, in local time."""

    entry: int
    until: datetime


def undo_of(entry: JournalEntry, request: OfficialRequest) -> Undo | None:
    """The way back from an act that I did as whom I am now, while there is one."""
    until = entry.at + MINUTE
    mine = entry.act == APPROVE and entry.mandate_id == request.acting.mandate.pk
    return Undo(entry.pk, timezone.localtime(until)) if mine and timezone.now() < until else None


def entry_or_404(request: OfficialRequest, pk: int) -> JournalEntry:
    """An approval that may be seen."""
    seen = journal_for(request.acting.scope).filter(act=APPROVE)
    return get_object_or_404(seen.select_related("person", "office", "mandate__acts_for"), pk=pk)


def approved_by(entry: JournalEntry) -> QuerySet[Assignment]:
    """The tasks that an act approved, whatever became of them since."""
    subjects = JournalSubject.objects.filter(entry=entry, kind="assignment", to_state=AssignmentState.APPROVED)
    return Assignment.objects.filter(pk__in=list(subjects.values_list("object_id", flat=True)))


@require_GET
@acting
def recorded(request: OfficialRequest, entry: int) -> HttpResponse:
    return show(request, entry_or_404(request, entry))


def show(request: OfficialRequest, entry: JournalEntry, refusal: NotDone | None = None) -> HttpResponse:
    tasks = list(approved_by(entry).select_related("file", "region__parent").order_by("region__path", "pk"))
    stands = [task for task in tasks if task.state == AssignmentState.APPROVED]
    left_out = Deferral.objects.filter(entry=entry).exclude(reason="").select_related("assignment__file", "person")
    undo = undo_of(entry, request)
    return render(request, "tasks/bulk_recorded.html", {
        "section": "tasks", "line": history.line(entry), "entry": entry, "tasks": tasks, "stands": stands, "left_out": left_out,
        "taken_back": len(tasks) - len(stands), "undo": undo, "not_ready": not_ready(request), "refusal": refusal and banner(refusal),
        "rest": remaining(stands, refusal, request) if undo and isinstance(refusal, Refused) else 0,
    }, status=422 if refusal else 200)  # fmt: skip


def not_ready(request: OfficialRequest) -> list[Row]:
    """What could not go along in the list that was acted upon, and still cannot."""
    kind, by = request.GET.get("berkas"), request.acting
    rows = rows_for(by, kind, Filters(request.GET, by.region, by.today)) if kind else []
    return [row for row in rows if row.problems]


def remaining(stands: list[Assignment], refusal: Refused, request: OfficialRequest) -> int:
    return len(stands) - len(by_task(refusal.problems, [Row(task) for task in stands]))


@require_POST
@acting
def take_back(request: OfficialRequest, entry: int) -> HttpResponse:
    """Undo an approval while it can be undone: all of it, or (`sebagian`) what can be."""
    found = entry_or_404(request, entry)
    tasks: Any = approved_by(found).filter(state=AssignmentState.APPROVED)
    by = request.acting.mandate
    if "sebagian" in request.POST and tasks:
        rows = [Row(task) for task in tasks.select_related("file")]
        held = by_task(problems(Assignment.take_back, tasks, by=by), rows)
        tasks = tasks.exclude(pk__in=list(held))
    try:
        perform(Assignment.take_back, tasks, by=by)
    except NotDone as refusal:
        return show(request, found, refusal)
    return redirect("recorded-all", found.pk)
