"""A period's reports as a table for Excel or CSV: each Kampung KB that has to report, when it did, its figures, their sources."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import FileResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from backend.pages.acting import OfficialRequest, acting
from backend.places.regions import region_or_404
from backend.spreadsheet import as_csv
from backend.workbook import as_workbook
from workflows.core.wording import long_date
from workflows.organisation.models import RegionCode
from workflows.reports.completeness import counted_on, reporting, units_of, window
from workflows.reports.definition import Form
from workflows.reports.models import Report
from workflows.reports.periods import period_words

from .asked import Asked
from .words import said

Line = list[Any]
WIDTHS = [15, 20, 22, 18, 14, 14, 12]


@require_GET
@acting
def completeness_table(request: OfficialRequest, pk: int) -> FileResponse | StreamingHttpResponse:
    """`?bentuk=csv`, else a workbook."""
    region, asked = region_or_404(request, pk), Asked(request.GET, request.acting.today)
    form, period = asked.chosen, asked.period
    on = counted_on(form, period, request.acting.today)
    name = f"{form.title} {period_words(form.every or form.span, period)} {region.name}"
    header, rows = header_of(form, on), lines(reporting(units_of(region), form, period, on), form, period)
    if request.GET.get("bentuk") == "csv":
        return as_csv(name, header, rows)
    return as_workbook(name, header, rows, [*WIDTHS, *(12 for _field in form.fields), 40])


def header_of(form: Form, on: date) -> list[str]:
    """The first column says of what the lines are: nobody takes them for all villages."""
    expected = _("Kode desa (Kampung KB yang ditetapkan per %(day)s)") % {"day": long_date(on)}
    return [expected, _("Kecamatan"), _("Desa/kelurahan"), _("Dusun/RW"), _("Pertama dilaporkan"), _("Tepat waktu"), _("Saluran"),
            *(field.label for field in form.fields), _("Sumber angka")]  # fmt: skip


def lines(units: Any, form: Form, period: date) -> Iterator[Line]:
    code = RegionCode.objects.filter(region=OuterRef("region"), until=None).values("code")[:1]
    rows = list(units.annotate(code=Subquery(code)).select_related("region__parent").order_by("code", "hamlet", "pk"))
    standing = Report.objects.filter(kampung__in=[unit.pk for unit in rows], form=form.code, standing=True)
    newest = {one.kampung_id: one for one in standing.filter(period__range=window(form, period)).order_by("period")}
    for unit in rows:
        yield line(unit, form, form.due_on(period), newest.get(unit.pk))


def line(unit: Any, form: Form, due_on: date | None, report: Report | None) -> Line:
    place = [unit.code, unit.region.parent.name, unit.region.name, unit.hamlet]
    if report is None or unit.reported_on is None:
        return [*place, "", _("belum"), "", *("" for _field in form.fields), ""]
    in_time = _("ya") if due_on and unit.reported_on <= due_on else _("tidak")
    figures = [cell(field, report.figures.get(field.key)) for field in form.fields]
    sources = "; ".join(dict.fromkeys(report.told_from.values()))
    return [*place, unit.reported_on, in_time, report.get_channel_display(), *figures, sources]


def cell(field: Any, value: Any) -> Any:
    """A count stays a number."""
    if value is None:
        return ""
    return value if field.kind == "count" else said(field, value)
