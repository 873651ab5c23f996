"""One need: what a village lacks, who was asked and what was answered, and the acts on it."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from backend.access import needs_for, villages_for, visits_for
from backend.pages import history
from backend.pages.acting import OfficialRequest, acting
from backend.pages.file_acts import FileActForm, file_act, file_offers
from backend.pages.refusals import banner
from workflows.coaching.models import Need
from workflows.core.errors import NotDone
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind

from .need_acts import buttons_of

SECTION = {"section": "year"}
WANTED = ("file__office", "file__drafted_by", "kampung__region__parent", "owner", "visit__region")


def need_or_404(request: OfficialRequest, pk: int) -> Need:
    return get_object_or_404(needs_for(request.acting.scope).select_related(*WANTED), pk=pk)


@require_GET
@acting
def need(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, need_or_404(request, pk))


@require_POST
@acting
def need_act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    """Ask an office, take on, answer, decline, settle."""
    found = need_or_404(request, pk)
    return file_act(request, name, partial(need_or_404, request, pk), show, "need", buttons_of(found, request.acting))


def show(request: OfficialRequest, found: Need, bound: tuple[str, FileActForm] | None = None, refusal: NotDone | None = None,
         status: int = 200) -> HttpResponse:  # fmt: skip
    context = SECTION | about_need(found, request) | {
        "offers": file_offers(found, request.acting, bound, buttons_of(found, request.acting)), "tried": bound and bound[0],
        "refusal": refusal and banner(refusal), "acts_at": "need-act", "subject": found, "today": request.acting.today,
        "history": history.of_file(found.pk),
    }  # fmt: skip
    return render(request, "coaching/need.html", context, status=status)


def about_need(found: Need, request: OfficialRequest) -> dict[str, Any]:
    """With links only to what may be seen: a partner agency sees the need, and not its village."""
    mandates = request.acting.scope
    return {
        "need": found, "file": found.file, "asked": asked_of(found),
        "village_seen": villages_for(mandates).filter(pk=found.kampung_id).exists(),
        "visit_seen": visits_for(mandates).filter(needs=found).exists(),
    }  # fmt: skip


def asked_of(found: Need) -> list[Assignment]:
    """Each time that an office was asked, the last one first."""
    tasks = Assignment.objects.filter(file=found.pk, kind=AssignmentKind.FOLLOW_UP).select_related("office", "decided_by")
    return list(tasks.order_by("-pk"))
