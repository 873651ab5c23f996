"""After an act: a page that says it is on record, under which number, and what comes next."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from backend.access import decrees_for, inbox_of, journal_for
from worker.subjects import about_return, marked
from workflows.core.models import File, JournalEntry
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState
from workflows.signing.ways import is_electronic

from . import history
from .acting import OfficialRequest, acting
from .bulk_recorded import undo_of
from .review import task_or_404


@require_GET
@acting
def recorded(request: OfficialRequest, entry: int, task: int) -> HttpResponse:
    """The receipt of an act on a task, read back from the journal."""
    about = task_or_404(request, task)
    found = get_object_or_404(
        journal_for(request.acting.scope).select_related("person", "office", "mandate__acts_for"), pk=entry
    )
    waiting = about.file.assignments.filter(state=AssignmentState.OPEN).select_related("office").order_by("pk")
    following = inbox_of(request.acting.scope).exclude(pk=task).select_related("file").order_by("due_on", "pk").first()
    signing = found.act.endswith((".decide", ".type_number")) and goes_on_to_sign(about, waiting, request)
    line = history.line(found)
    return render(request, "tasks/recorded.html", {
        "section": "tasks", "line": line, "task": about, "file": about.file, "waiting": waiting,
        "following": following, "signing": signing, "proof": proof(line, about.file), "undo": undo_of(found, request),
        "told": [about_return(row).text for row in found.outbox.filter(topic="returned")],
    })  # fmt: skip


def proof(line: history.Line, file: File) -> str:
    """What somebody passes on to show that it is done."""
    words = _("%(did)s: %(title)s. %(when)s. Nomor rujukan %(n)d di Siklus.")
    return words % {"did": line.words, "title": marked(file), "when": line.when, "n": line.number}


def goes_on_to_sign(about: Assignment, waiting: Iterable[Assignment], request: OfficialRequest) -> bool:
    """The issuer's own office, unless somebody else numbers the decree first."""
    mine = about.file.kind == "decree" and about.file.decree.issuer_id == request.acting.office_id
    return mine and all(task.kind != AssignmentKind.NUMBER for task in waiting)


@require_GET
@acting
def signing(request: OfficialRequest, pk: int) -> HttpResponse:
    """Between deciding and signing: wait until the worker has made the final paper, then go to the signature."""
    decree = get_object_or_404(decrees_for(request.acting.scope).select_related("file"), pk=pk)
    open_now = Assignment.objects.filter(file=pk, kind=AssignmentKind.SIGN_DOCUMENT, state=AssignmentState.OPEN)
    if ready := open_now.select_related("file__decree").first():
        return redirect("sign" if is_electronic(ready) else "review", ready.pk)
    number = (
        Assignment.objects.filter(file=pk, kind=AssignmentKind.NUMBER, state=AssignmentState.OPEN)
        .select_related("office")
        .first()
    )
    return render(request, "tasks/signing.html", {
        "section": "tasks", "decree": decree, "file": decree.file, "number": number, "line": decision(pk),
    })  # fmt: skip


def decision(file: int) -> history.Line | None:
    """The receipt of the newest decision on a decree, shown until it is signed."""
    decided = JournalEntry.objects.filter(subjects__file_id=file, act="routes.Assignment.decide").order_by("-pk")
    found = decided.select_related("person", "office", "mandate__acts_for").first()
    return history.line(found) if found else None
