"""Who is called: the offices that the plan names, before and after; and the words that a group on WhatsApp gets."""

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from backend.pages.acting import OfficialRequest, acting
from backend.telling.calendars import as_file
from worker.ics import calendar, meeting
from workflows.core.wording import long_date
from workflows.meetings.inviting import seats_of
from workflows.meetings.models import Rakor
from workflows.meetings.states import RakorState
from workflows.meetings.wording import clock
from workflows.organisation.models import Office

from .expected import awaited
from .rakors import SECTION, offers_on, rakor_or_404


@require_GET
@acting
def rakor_calendar(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """For the calendar of a phone, since it is fixed when it is held."""
    found = rakor_or_404(request, pk)
    if found.state == RakorState.PLANNED:
        raise Http404
    return as_file(request, calendar([meeting(found)], found.file.zone), f"rakor-{found.pk}.ics")


@require_GET
@acting
def invitees(request: OfficialRequest, pk: int) -> HttpResponse:
    """By element, with a mark on each office that nobody holds today."""
    found = rakor_or_404(request, pk)
    groups = named(found)
    context = {"rakor": found, "groups": groups, "total": sum(len(seats) for _group, seats in groups), "words": words_of(found),
               "offers": [one for one in offers_on(found, request.acting) if one.name == "invite"]}  # fmt: skip
    return render(request, "meetings/invitees.html", SECTION | context)


def named(rakor: Rakor) -> list[tuple[str, list[str]]]:
    """The elements in their order, each with those who are called: by the plan, or as they were invited."""
    if rakor.state == RakorState.PLANNED:
        return grouped(list(seats_of(rakor, rakor.invites, set(), 0)))
    return grouped([{**seat} for seat in rakor.seats.values("group", "office", "name")])


def grouped(seats: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    labels = dict(Office.objects.filter(pk__in=[seat["office"] for seat in seats]).values_list("pk", "label"))
    found: dict[str, list[str]] = defaultdict(list)
    for seat in seats:
        found[seat["group"]].append(seat["name"] or labels.get(seat["office"], ""))
    return list(found.items())


def answer_at(rakor: Rakor) -> str:
    address = settings.BASE_URL + reverse("rakor", args=[rakor.pk])
    words = _("Jawab undangan (hadir, diwakili, atau berhalangan): %(address)s")
    return words % {"address": address} if awaited(rakor) else address


def words_of(rakor: Rakor) -> str:
    """The invitation in the words of a message: no name, no phone number, only what is printed on the letter too."""
    lines = [f"*{rakor.file.title}*", _("Hari/tanggal: %(day)s") % {"day": long_date(rakor.held_on)},
             _("Pukul: %(clock)s") % {"clock": clock(rakor)}, _("Tempat: %(place)s") % {"place": rakor.place},
             _("Acara:"), *(f"{n}. {item}" for n, item in enumerate(rakor.agenda, 1)),
             answer_at(rakor)]  # fmt: skip
    return "\n".join(lines)
