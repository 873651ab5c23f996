"""A territory, from province to district: coverage, its parts as bars, its villages by stage; and what waits in it."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Count, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from backend.access import registers_for, scope_of
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import Day
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Level, Region
from workflows.villages.coverage import coverages
from workflows.villages.models import KampungKB

from .stages import LABELS, NONE, ORDER, Bar, bars_of, units_in, without_unit
from .waiting import Waiting

SECTION = {"section": "villages"}
PAGE = 25


class OnDay(forms.Form):
    """The day that facts are asked for; today where it cannot be read."""

    tanggal = forms.DateField(label=_("Keadaan pada tanggal"), widget=Day(), required=False)

    def chosen(self, today: date) -> date:
        return (self.cleaned_data.get("tanggal") if self.is_valid() else None) or today


def region_or_404(request: OfficialRequest, pk: int) -> Any:
    """A region in my territory, with what it is called."""
    mine = Region.objects.filter(scope_of(request.acting.scope).within(""), pk=pk)
    found = with_labels(mine).select_related("parent").first()
    if found is None:
        raise Http404
    return found


@require_GET
@acting
def region(request: OfficialRequest, pk: int) -> HttpResponse:
    """A territory. Of a village with one Kampung KB its own page."""
    found = region_or_404(request, pk)
    if found.level == Level.VILLAGE and (only := KampungKB.objects.filter(region=found, scope="village").first()):
        return redirect("village", only.pk)
    asked = OnDay(request.GET or {"tanggal": request.acting.today})
    day, waiting = asked.chosen(request.acting.today), Waiting(found, request.acting.scope, request.acting.today)
    stage = request.GET.get("tahap", "")
    bars, stages = bars_of(found, day, waiting.late_by_part()), by_stage(found, day)
    context = {
        "region": found, "mine": request.acting.region, "day": day, "asked": asked, "coverages": coverages(found, day),
        "bars": bars, "stages": stages, "table": table(bars, [one for one, _label, _n in stages]), "stage": stage, "stage_label": LABELS.get(stage),
        "registers": registers_for(request.acting.scope).filter(office__region=found).select_related("office").order_by("office__label"),
    }  # fmt: skip
    return render(request, "places/region.html", SECTION | context | listed(request, found, day, stage))


def by_stage(region: Region, day: date) -> list[tuple[str, Any, int]]:
    """How many stand at each stage."""
    counts = dict(units_in(region, day).order_by().values_list("stage").annotate(n=Count("pk")))
    counts[NONE] = without_unit(region, day).count()
    return [(stage, LABELS[stage], counts[stage]) for stage in ORDER if counts.get(stage)]


def table(bars: list[Bar], stages: list[str]) -> list[dict[str, Any]]:
    """The same figures row by row: what each bar has of each stage."""
    return [{"bar": bar, "cells": [(stage, bar.counts.get(stage, 0)) for stage in stages]} for bar in bars]


def listed(request: OfficialRequest, region: Region, day: date, stage: str) -> dict[str, Any]:
    """One page of the villages at a stage, or of all Kampung KB."""
    kept = request.GET.copy()
    kept.pop("sesudah", None)
    rows: QuerySet
    if stage == NONE:
        rows, columns = without_unit(region, day).select_related("parent"), ["name", "pk"]
    else:
        units = units_in(region, day).select_related("region__parent")
        rows, columns = units.filter(stage=stage) if stage in LABELS else units, ["region__name", "pk"]
    page, after = page_or_first(rows, columns, request.GET.get("sesudah"), PAGE)
    return {"villages" if stage == NONE else "units": named(page), "after": after, "narrowed": kept.urlencode()}


def named(rows: list[Any]) -> list[Any]:
    for row in rows:
        row.stage_label = LABELS[getattr(row, "stage", NONE)]
    return rows


@require_GET
@acting
def overview(request: OfficialRequest, pk: int) -> HttpResponse:
    """*Pantauan*: coverage, what is in time, what waits where and since when."""
    found = region_or_404(request, pk)
    waiting = Waiting(found, request.acting.scope, request.acting.today)
    paces = waiting.paces()
    return render(request, "places/overview.html", SECTION | {
        "region": found, "mine": request.acting.region, "today": request.acting.today, "coverages": coverages(found, request.acting.today),
        "waiting": waiting.counts(), "back": waiting.late_returns(), "offices": waiting.offices(), "longest": waiting.longest(), "paces": paces,
        "decided": sum(pace.count for pace in paces), "timely": sum(pace.timely for pace in paces),
    })  # fmt: skip
