"""Events: the calendar of what is held for a territory, and planning one."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from backend.access import events_for, scope_of
from backend.keyset import page_or_first
from backend.pages.acting import Acting, OfficialRequest, acting
from backend.pages.beginning import begun_once
from backend.pages.refusals import answered
from workflows.coaching.models import Event
from workflows.coaching.planning import ORGANISING, plan_event, plan_series
from workflows.coaching.states import EventKind, EventState
from workflows.core.errors import NotDone
from workflows.core.wording import MONTHS
from workflows.organisation.models import Level, Region

from .event_forms import EventForm

SECTION = {"section": "year", "room": "events"}


class Search(forms.Form):
    """What cannot be read narrows nothing."""

    jenis = forms.ChoiceField(label=_("Jenis"), required=False, choices=[("", _("Semua jenis")), *EventKind.choices])
    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False, choices=[("", _("Semua keadaan")), *EventState.choices])
    kecamatan = forms.ModelChoiceField(Region.objects.none(), label=_("Kecamatan"), required=False,
                                       empty_label=_("Semua kecamatan"))  # fmt: skip

    def __init__(self, data: Any, acting: Acting):
        super().__init__(data)
        here = Region.objects.filter(scope_of(acting.scope).within(""), level=Level.DISTRICT, closed_on=None)
        self.fields["kecamatan"].queryset = here.order_by("name")  # type: ignore[attr-defined]
        self.is_valid()

    def narrowed(self, events: QuerySet[Event]) -> QuerySet[Event]:
        given = self.cleaned_data
        asked = {"kind": given.get("jenis"), "state": given.get("keadaan")}
        if place := given.get("kecamatan"):
            for_it = Event.regions.through.objects.filter(Q(region=place) | Q(region__parent=place))
            asked["pk__in"] = for_it.values("event")
        return events.filter(**{name: value for name, value in asked.items() if value})


@require_GET
@acting
def events(request: OfficialRequest) -> HttpResponse:
    """Month by month, the latest first."""
    search = Search(request.GET, request.acting)
    seen = search.narrowed(events_for(request.acting.scope)).select_related("office", "series").prefetch_related("regions")
    rows, after = page_or_first(seen, ["-planned_on", "-pk"], request.GET.get("sesudah"))
    kept = request.GET.copy()
    kept.pop("sesudah", None)
    return render(request, "coaching/events.html", SECTION | {
        "months": by_month(rows), "after": after, "search": search, "narrowed": kept.urlencode(),
        "may_plan": may_organise(request.acting),
    })  # fmt: skip


def by_month(rows: Iterable[Event]) -> list[tuple[str, list[Event]]]:
    """`Maret 2018` and its events."""
    months = groupby(rows, key=lambda event: (event.planned_on.year, event.planned_on.month))
    return [(f"{MONTHS[month - 1]} {year}", list(found)) for (year, month), found in months]


def may_organise(acting: Acting) -> bool:
    return acting.mandate.office.role in ORGANISING


@require_http_methods(["GET", "POST"])
@acting
def new_event(request: OfficialRequest) -> HttpResponse:
    """`?rangkaian=` and `?tahap=` begin with the next stage of a series."""
    if not may_organise(request.acting):
        raise Http404
    known = {name: value for name, asked in (("series", "rangkaian"), ("stage", "tahap")) if (value := request.GET.get(asked))}
    form, refusal = EventForm(request.POST or None, request.acting, **known), None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("event", begun_once(request, form, lambda: planned(form.cleaned_data, request.acting).pk))
        except NotDone as error:
            refusal = error
    return answered(SECTION, request, "coaching/new_event.html", {"form": form}, refusal)


@transaction.atomic
def planned(given: dict[str, Any], acting: Acting) -> Event:
    """With a series of its own where a new one was named. Raises what planning raises."""
    told = {name: value for name, value in given.items() if name not in ("new_series", "key")}
    if given["new_series"]:
        told["series"] = plan_series(acting.mandate, given["new_series"])
        told["stage"] = given["stage"] or 1
    return plan_event(acting.mandate, **told)
