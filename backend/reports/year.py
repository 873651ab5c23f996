"""A year of monthly reports as a table: month by month each part of a territory, or in a kecamatan each Kampung KB."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from backend.pages.acting import OfficialRequest, acting
from backend.places.regions import region_or_404
from workflows.core.clock import today
from workflows.core.wording import MONTHS
from workflows.organisation.models import Level, Region
from workflows.reports.completeness import Completeness, completeness_by, counted_on, reporting, units_of
from workflows.reports.definition import Form
from workflows.reports.shipped import newest

from .completeness import PARTS
from .found import SECTION


@dataclass(frozen=True)
class Cell:
    """`words` stand in it, `meaning` says them in full, `state` colours them."""

    words: str
    meaning: str
    state: str = ""


NOTHING = Cell("–", "")


@dataclass(frozen=True)
class Line:
    name: str
    address: str
    pk: int
    cells: list[Cell]


@require_GET
@acting
def year(request: OfficialRequest, pk: int) -> HttpResponse:
    region, this = region_or_404(request, pk), request.acting.today.year
    years = [this - n for n in range(3)]
    chosen = next((one for one in years if str(one) == request.GET.get("tahun")), this)
    form = newest()["progress"]
    months = [date(chosen, n, 1) for n in range(1, 13) if date(chosen, n, 1) <= request.acting.today]
    lines = by_parts(region, form, months) if region.level in PARTS else by_unit(region, form, months)
    return render(request, "reports/year.html", SECTION | {
        "region": region, "mine": request.acting.region, "form": form, "year": chosen, "years": years, "lines": list(lines),
        "months": [(month, MONTHS[month.month - 1]) for month in months], "of_parts": region.level in PARTS,
    })  # fmt: skip


def by_parts(region: Region, form: Form, months: list[date]) -> Iterator[Line]:
    counted = [{one.region: one for one in completeness_by(region, PARTS[Level(region.level)], form, month)} for month in months]
    for part in Region.objects.filter(pk__in={pk for month in counted for pk in month}).order_by("name"):
        yield Line(part.name, "report-year", part.pk, [of_part(month.get(part.pk)) for month in counted])


def of_part(one: Completeness | None) -> Cell:
    if one is None:
        return NOTHING
    given = {"n": one.reported, "all": one.expected, "in_time": one.in_time}
    whole = _("%(n)d dari %(all)d sudah melapor, %(in_time)d tepat waktu") % given
    return Cell(f"{one.reported}/{one.expected}", whole, "done" if one.reported == one.expected else "open")


def by_unit(region: Region, form: Form, months: list[date]) -> Iterator[Line]:
    told: dict[int, list[Cell]] = {}
    units = units_of(region).select_related("region").order_by("region__name", "hamlet", "pk")
    day = today(region.zone)
    for n, month in enumerate(months):
        for unit in reporting(units, form, month, counted_on(form, month, day)):
            told.setdefault(unit.pk, [NOTHING] * len(months))[n] = of_unit(unit, form.due_on(month), day)
    for unit in units.filter(pk__in=told):
        yield Line(str(unit), "village-reports", unit.pk, told[unit.pk])


def of_unit(unit: Any, due_on: date | None, day: date) -> Cell:
    if unit.in_conflict:
        return Cell("!", _("dua laporan belum digabung"), "late")
    if unit.reported_on is None:
        return Cell("✗", _("belum melapor"), "late") if due_on and day > due_on else Cell("…", _("belum waktunya"))
    on = unit.reported_on
    return Cell("✓", _("tepat waktu"), "done") if due_on and on <= due_on else Cell("(✓)", _("terlambat"), "open")
