"""Deadlines, dates of effect and meetings as a calendar file (RFC 5545). Days are whole and the same in every zone."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from worker.subjects import marked, path_of, path_to_fix
from workflows.coaching import models as coaching
from workflows.core.models import File
from workflows.decrees.models import Decree
from workflows.meetings.models import Rakor
from workflows.meetings.states import RakorState
from workflows.routes.models import Assignment


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


def deadline(task: Assignment) -> Event:
    """`task.due_on` is a date: one does not put what has no deadline into a calendar."""
    words = _("Tenggat: %(task)s – %(title)s") % {"task": task.get_kind_display(), "title": marked(task.file)}
    noted = task.opened_on or task.file.created_at.date()
    return _event(f"tugas-{task.pk}", words, task.due_on, noted, f"/tugas/{task.pk}/", task.region.name)


def to_put_right(returned: Assignment) -> Event:
    """`returned.fix_by` is a date, and the file still at its drafter."""
    words = _("Tenggat perbaikan: %(title)s") % {"title": marked(returned.file)}
    noted = (returned.decided_at or returned.file.created_at).date()
    path = path_to_fix(returned.file_id)
    return _event(f"perbaikan-{returned.pk}", words, returned.fix_by, noted, path, returned.region.name)


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
    del made["dtstart"], made["transp"]
    for name, hour in (("dtstart", rakor.begins), ("dtend", rakor.ends)):
        if hour:
            made.add(name, datetime.combine(rakor.held_on, hour, zone).astimezone(UTC))
    if rakor.state == RakorState.INVITED:
        del made["description"]
        made.add("description", _("Jawab undangan (hadir, diwakili, atau berhalangan): %(link)s") % {"link": made["url"]})
    made.add("sequence", file.version)
    made.add("status", "CANCELLED" if rakor.state == RakorState.CANCELLED else "CONFIRMED")
    return made


def _event(uid: str, words: str, day: date | None, noted: date, path: str, place: str) -> Event:
    assert day is not None
    made = Event()
    made.add("uid", f"{uid}@{urlsplit(settings.BASE_URL).hostname or 'localhost'}")
    made.add("dtstamp", datetime.combine(noted, time(), UTC))
    made.add("dtstart", day)  # without an end it is that day (RFC 5545, 3.6.1), also the last that a calendar knows
    made.add("summary", words)
    made.add("location", place)
    made.add("url", settings.BASE_URL + path)
    made.add("description", settings.BASE_URL + path)
    made.add("transp", "TRANSPARENT")
    return made
