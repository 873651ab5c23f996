"""Deadlines, dates of effect and meetings as a calendar file (RFC 5545). Days are whole and the same in every zone."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from backend.access import Mandates, decrees_for, events_for, inbox_of, rakors_for, scope_of
from worker.subjects import marked, path_of
from workflows.coaching import models as coaching
from workflows.coaching.states import EventState
from workflows.core.models import File
from workflows.decrees.models import Decree
from workflows.decrees.states import DecreeState
from workflows.meetings.models import Rakor
from workflows.meetings.states import RakorState
from workflows.routes.models import Assignment

MOST = 500
BACK, AHEAD = timedelta(days=31), timedelta(days=366)
COMING = [DecreeState.SIGNED, DecreeState.IN_FORCE]
"""States in which the date of effect is a fact, not a plan."""


def calendar(events: Iterable[Event], zone: str) -> bytes:
    """The same events make the same bytes, so that a program that asks again is told that nothing has changed."""
    made = Calendar()
    made.add("prodid", "-//Siklus//Tenggat//ID")
    made.add("version", "2.0")
    made.add("x-wr-calname", _("Tenggat Siklus"))
    made.add("x-wr-timezone", zone)
    for event in events:
        made.add_component(event)
    return made.to_ical()


def events_of(mandates: Mandates, today: date) -> list[Event]:
    """The deadlines of the open tasks of these offices, when decrees that they may see take effect, and what they are asked to."""
    tasks = inbox_of(mandates).filter(due_on__isnull=False).select_related("file", "region", "office")
    decrees = decrees_for(mandates).filter(state__in=COMING, effective_on__range=(today - BACK, today + AHEAD))
    planned = events_for(mandates).filter(state=EventState.PLANNED, planned_on__range=(today - BACK, today + AHEAD))
    seats = Rakor.objects.filter(seats__office__in=scope_of(mandates).offices)
    called = rakors_for(mandates).filter(pk__in=seats, held_on__range=(today - BACK, today + AHEAD))
    return [
        *(deadline(task) for task in tasks.order_by("due_on", "pk")[:MOST]),
        *(effect(decree) for decree in decrees.select_related("file__region").order_by("effective_on", "pk")[:MOST]),
        *(occasion(event) for event in planned.order_by("planned_on", "pk")[:MOST]),
        *(meeting(rakor) for rakor in called.select_related("file").order_by("held_on", "pk")[:MOST]),
    ]


def deadline(task: Assignment) -> Event:
    """`task.due_on` is a date: one does not put what has no deadline into a calendar."""
    words = _("Tenggat: %(task)s – %(title)s") % {"task": task.get_kind_display(), "title": marked(task.file)}
    noted = task.opened_on or task.file.created_at.date()
    return _event(f"tugas-{task.pk}", words, task.due_on, noted, f"/tugas/{task.pk}/", task.region.name)


def effect(decree: Decree) -> Event:
    file: File = decree.file
    words = _("Mulai berlaku: %(title)s") % {"title": marked(file)}
    return _event(f"berlaku-{file.pk}", words, decree.effective_on, file.created_at.date(), path_of(file), file.region.name)


def occasion(event: coaching.Event) -> Event:
    """A meeting or training: on the day it was held, else on the one it is planned for."""
    day = event.held_on or event.planned_on
    path = reverse("event", args=[event.pk])
    return _event(f"kegiatan-{event.pk}", f"{event.get_kind_display()}: {event.title}", day, event.planned_on, path, event.place)


def meeting(rakor: Rakor) -> Event:
    """At its hours. One that was moved or called off takes the place of what the same program had saved."""
    file, zone = rakor.file, ZoneInfo(rakor.file.zone)
    made = _event(f"rakor-{file.pk}", marked(file), rakor.held_on, file.created_at.date(), path_of(file), rakor.place)
    del made["dtstart"], made["dtend"], made["transp"]
    for name, hour in (("dtstart", rakor.begins), ("dtend", rakor.ends)):
        if hour:
            made.add(name, datetime.combine(rakor.held_on, hour, zone).astimezone(UTC))
    made.add("sequence", file.version)
    made.add("status", "CANCELLED" if rakor.state == RakorState.CANCELLED else "CONFIRMED")
    return made


def _event(uid: str, words: str, day: date | None, noted: date, path: str, place: str) -> Event:
    assert day is not None
    made = Event()
    made.add("uid", f"{uid}@{urlsplit(settings.BASE_URL).hostname or 'localhost'}")
    made.add("dtstamp", datetime.combine(noted, time(), UTC))
    made.add("dtstart", day)
    made.add("dtend", day + timedelta(days=1))
    made.add("summary", words)
    made.add("location", place)
    made.add("url", settings.BASE_URL + path)
    made.add("description", settings.BASE_URL + path)
    made.add("transp", "TRANSPARENT")
    return made
