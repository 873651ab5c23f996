"""Kalender tenggat: an address for one's calendar program, and one file for one task."""

from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.access import mandates_of, tasks_for
from backend.pages.acting import OfficialRequest, acting
from backend.public.rates import rated
from worker.ics import calendar, deadline
from worker.models import Feed
from worker.models.feed import hashed, open_feed
from workflows.core.clock import DEFAULT_ZONE, today

from .dates import events_of


@require_http_methods(["GET", "POST"])
@acting
def my_calendar(request: OfficialRequest) -> HttpResponse:
    """The address is shown once, when it is made: whoever has it reads the calendar."""
    person, address = request.acting.mandate.person, ""
    if request.method == "POST":
        address = settings.BASE_URL + reverse("calendar-feed", kwargs={"token": open_feed(person.pk)})
    feed = Feed.objects.filter(person=person).first()
    return render(request, "telling/calendar.html", {"section": "notices", "address": address, "feed": feed})


@require_POST
@acting
def end_calendar(request: OfficialRequest) -> HttpResponse:
    Feed.objects.filter(person=request.acting.mandate.person).delete()
    return redirect("my-calendar")


@require_GET
@rated
def calendar_feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """For a calendar program that knows no login; only its token."""
    feed = get_object_or_404(Feed.objects.select_related("person"), sha256=hashed(token), person__is_active=True)
    held = mandates_of(feed.person)
    zone = held[0].office.territory.zone if held else DEFAULT_ZONE
    return as_file(request, calendar(events_of(held, today(zone)), zone), "tenggat.ics")


@require_GET
@acting
def task_calendar(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """One deadline as a file that a phone puts into its calendar."""
    task = get_object_or_404(tasks_for(request.acting.scope).select_related("file", "region", "office"), pk=pk)
    if task.due_on is None:
        raise Http404
    return as_file(request, calendar([deadline(task)], task.file.zone), f"tugas-{task.pk}.ics")


def as_file(request: HttpRequest, body: bytes, name: str) -> HttpResponseBase:
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["ETag"] = quote_etag(sha256(body).hexdigest())
    patch_cache_control(answer, private=True, no_cache=True)
    return get_conditional_response(request, etag=answer["ETag"], response=answer) or answer
