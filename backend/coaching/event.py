"""One event: its list of participants, how it was held and what was reported; its series, stage by stage."""

from functools import partial
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.access import events_for
from backend.acts import act_on
from backend.pages import history
from backend.pages.acting import OfficialRequest, acting
from backend.pages.file_acts import FileActForm, file_act, file_offers
from backend.pages.forms import key_sent
from backend.pages.refusals import banner
from backend.telling.calendars import as_file
from worker.ics import calendar, occasion
from workflows.coaching.inventory import stages, standing_list
from workflows.coaching.models import Event, Series
from workflows.coaching.states import EventState
from workflows.core.errors import NotDone
from workflows.core.models import JournalSubject

from .event_forms import EVENT_BUTTONS, lines_of, names_of, near

SECTION = {"section": "year", "room": "events"}
LISTING = [EventState.PLANNED, EventState.HELD]


def event_or_404(request: OfficialRequest, pk: int) -> Event:
    wanted = ("office__region", "series", "opened_by__person", "opened_by__office")
    return get_object_or_404(events_for(request.acting.scope).select_related(*wanted), pk=pk)


@require_GET
@acting
def event(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, event_or_404(request, pk))


@require_POST
@acting
def event_act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    """Hold, report, plan anew, call off."""
    return file_act(request, name, partial(event_or_404, request, pk), show, "event", EVENT_BUTTONS)


def show(request: OfficialRequest, found: Event, bound: tuple[str, FileActForm] | None = None, refusal: NotDone | None = None,
         status: int = 200) -> HttpResponse:  # fmt: skip
    lines, mine = list(standing_list(found)), is_mine(found, request)
    context = SECTION | {
        "event": found, "lines": lines, "waiting": sum(line.waiting for line in lines),
        "regions": found.regions.order_by("level", "name"),
        "stages": stages(found.series) if found.series else [], "listing": mine and found.state in LISTING,
        "offers": file_offers(found, request.acting, bound, EVENT_BUTTONS) if mine else [], "tried": bound and bound[0],
        "refusal": refusal and banner(refusal), "acts_at": "event-act", "subject": found, "mine": mine,
        "history": history.lines(JournalSubject.objects.filter(kind="event", object_id=found.pk)),
    }  # fmt: skip
    return render(request, "coaching/event.html", context, status=status)


def is_mine(found: Event, request: OfficialRequest) -> bool:
    return found.office_id == request.acting.mandate.office_id


@require_http_methods(["GET", "POST"])
@acting
def participants(request: OfficialRequest, pk: int) -> HttpResponse:
    """The whole list at once; a line that is emptied is taken off it."""
    found = event_or_404(request, pk)
    if not is_mine(found, request) or found.state not in LISTING:
        raise Http404
    names, refusal = names_of(near(found)), None
    lines = lines_of(found, names, request.POST or None)
    if request.method == "POST" and lines.is_valid():
        told = [line for form in lines if (line := form.line(names))]
        try:
            enrol(found, told, request)
            return redirect("participants" if "more" in request.POST else "event", pk)
        except NotDone as error:
            refusal = error
    fresh = {"key": str(uuid4()), "version": event_or_404(request, pk).version}
    context = SECTION | {"event": found, "lines": lines, "names": names, "refusal": refusal and banner(refusal), "fresh": fresh}
    return render(request, "coaching/participants.html", context, status=422 if refusal or lines.is_bound else 200)


def enrol(found: Event, told: list[dict[str, Any]], request: OfficialRequest) -> None:
    by, typed = request.acting.mandate, request.POST
    act_on(by.person, found, "enrol", mandate=by.pk, values={"participants": told}, version=number(typed.get("version")),
           key=key_sent(typed))  # fmt: skip


def number(given: str | None) -> int | None:
    return int(given) if given and given.isascii() and given.isdigit() and len(given) < 10 else None


@require_GET
@acting
def event_calendar(request: OfficialRequest, pk: int) -> Any:
    """For the calendar of a phone."""
    found = event_or_404(request, pk)
    zone = found.office.territory.zone
    return as_file(request, calendar([occasion(found)], zone), f"kegiatan-{found.pk}.ics")


@require_GET
@acting
def series(request: OfficialRequest, pk: int) -> HttpResponse:
    """Who of the stages may be seen shows the series."""
    seen = events_for(request.acting.scope).filter(series=pk).values("pk")
    found = get_object_or_404(Series.objects.filter(events__in=seen).select_related("office").distinct())
    rows = list(stages(found).filter(pk__in=seen))
    mine, last = found.office_id == request.acting.mandate.office_id, max((row.stage or 0 for row in rows), default=0)
    context = {"series": found, "stages": rows, "enrolled": sum(row.enrolled for row in rows), "mine": mine, "next": last + 1}
    return render(request, "coaching/series.html", SECTION | context)
