"""*Pembinaan*: what is to be told of, what comes next, what is still open; and the lists that needs choose from."""

from typing import Any

from django.db.models import Min
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from backend.access import events_for, needs_for, visits_for
from backend.pages.acting import Acting, OfficialRequest, acting
from backend.year.card import Card
from workflows.coaching.lists import AIMS, FUNDS, list_for, published
from workflows.coaching.states import UNANSWERED, EventState, VisitState
from workflows.organisation.models import Role

from .events import may_organise
from .plans import may_plan

SECTION = {"section": "year"}
SHOWN = 6
TELLING = [Role.AGENCY, Role.CAMAT, Role.PKB]
CLOSED = [Role.SYSTEM, Role.ADMINISTRATOR]


def visits_to_report(acting: Acting) -> Any:
    """Those whose month has come and those that were missed, the longest waiting first."""
    seen = visits_for(acting.scope).filter(month__lte=acting.today, state__in=[VisitState.PLANNED, VisitState.MISSED])
    return seen.select_related("region", "plan").order_by("due_on", "region__name")


def coming_events(acting: Acting) -> Any:
    seen = events_for(acting.scope).filter(state=EventState.PLANNED)
    return seen.select_related("office").prefetch_related("regions").order_by("planned_on", "pk")


def open_needs(acting: Acting) -> Any:
    seen = needs_for(acting.scope).filter(state__in=UNANSWERED)
    return seen.select_related("file", "kampung__region__parent", "owner").order_by("due_on", "pk")


@require_GET
@acting
def coaching(request: OfficialRequest) -> HttpResponse:
    """A partner agency has nothing here but what it is asked for."""
    by = request.acting
    if not by.has_territory:
        return redirect("needs")
    waiting, coming, needs = visits_to_report(by), coming_events(by), open_needs(by)
    return render(request, "coaching/coaching.html", SECTION | {
        "room": "coaching", "today": by.today, "may_plan": may_plan(by), "may_organise": may_organise(by), "coming": coming[:SHOWN],
        "waiting": waiting[:SHOWN], "waiting_count": waiting.count(), "needs": needs[:SHOWN], "needs_count": needs.count(),
    })  # fmt: skip


@require_GET
@acting
def choices(request: OfficialRequest) -> HttpResponse:
    """The list that counts in my territory, and beside it every version there is."""
    here = {which: list_for(which, request.acting.region) for which in (AIMS, FUNDS)}
    others = {which: [one for one in published(which) if one != here[which]] for which in here}
    return render(request, "coaching/choices.html", SECTION | {
        "room": "choices", "aims": here[AIMS], "funds": here[FUNDS], "other_aims": others[AIMS], "other_funds": others[FUNDS],
    })  # fmt: skip


def card(acting: Acting) -> Card | None:
    """What waits in this room, for *Tahun ini*."""
    if acting.mandate.office.role in CLOSED:
        return None
    needs, mine = open_needs(acting), open_needs(acting).filter(owner=acting.office_id)
    says, due = [needs_words(needs.count())], [mine.aggregate(day=Min("due_on"))["day"]]
    if acting.mandate.office.role in TELLING:
        waiting = visits_to_report(acting)
        says.insert(0, visits_words(waiting.count()))
        due.append(waiting.aggregate(day=Min("due_on"))["day"])
    soonest = min(filter(None, due), default=None)
    return Card(_("Pembinaan dan kebutuhan desa"), "hand-helping", reverse("coaching"), " ".join(says), soonest)


def visits_words(n: int) -> str:
    return ngettext("%(n)d kunjungan perlu dilaporkan.", "%(n)d kunjungan perlu dilaporkan.", n) % {"n": n}


def needs_words(n: int) -> str:
    return ngettext("%(n)d kebutuhan belum dijawab.", "%(n)d kebutuhan belum dijawab.", n) % {"n": n}
