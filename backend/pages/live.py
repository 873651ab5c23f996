"""What a page that lies open asks again and again: has anything come since? Answered with 304 while nothing has."""

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import etag, require_GET

from workflows.core.models import JournalEntry, JournalSubject
from workflows.routes.states import AssignmentState

from .acting import Acting, OfficialRequest, acting
from .inbox_lists import to_decide
from .notices import COUNTED, count_unread

LARGEST = 2**63 - 1


def mark_now() -> int:
    """How far the journal reaches: what comes after it has come since."""
    return JournalEntry.objects.aggregate(last=Max("pk"))["last"] or 0


def mark_of(request: HttpRequest) -> int:
    """The mark that an earlier page gave; what cannot be read is no mark, so nothing is new."""
    given = request.GET.get("sejak", "")
    return min(int(given), LARGEST) if given.isdecimal() and len(given) < 20 else LARGEST


def come_since(by: Acting, mark: int) -> int:
    """How many tasks have come to my office, at most one more than `COUNTED`; what I moved myself is no news."""
    opened = JournalSubject.objects.filter(entry__gt=mark, kind="assignment", to_state=AssignmentState.OPEN)
    others = opened.exclude(entry__person=by.mandate.person_id)
    return to_decide(by).filter(pk__in=others.values("object_id"))[: COUNTED + 1].count()


def state_of(request: OfficialRequest) -> str:
    """Both figures, counted once a request."""
    request.come, request.unread = come_since(request.acting, mark_of(request)), count_unread(request)  # type: ignore[attr-defined]
    return f'"{request.come}-{request.unread}"'  # type: ignore[attr-defined]


@require_GET
@acting
@etag(state_of)
def live(request: OfficialRequest) -> HttpResponse:
    """The notice above the list, and the bell."""
    return render(request, "tasks/live.html", {"come": request.come, "n": request.unread, "counted": COUNTED})  # type: ignore[attr-defined]
