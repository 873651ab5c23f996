"""How many Kampung KB of a territory have told of a period, how many in time, and who has not: of the designated ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from backend.places.regions import PAGE, region_or_404
from workflows.organisation.models import Level, Region
from workflows.reports.completeness import Completeness, completeness_by, late
from workflows.reports.completeness import completeness as completeness_of
from workflows.reports.definition import Form
from workflows.reports.periods import period_words
from workflows.reports.states import Span

from .asked import Asked
from .found import SECTION
from .reminding import may_remind
from .words import share_of

PARTS = {Level.PROVINCE: Level.REGENCY, Level.REGENCY: Level.DISTRICT}
"""By which parts a territory is told; in a kecamatan each Kampung KB stands for itself."""

@dataclass(frozen=True)
class Row:
    """One part of a territory."""

    region: Region
    counted: Completeness

    @property
    def share(self) -> str:
        return share_of(self.counted.reported, self.counted.expected)

    @property
    def segments(self) -> list[tuple[str, float, float]]:
        """In time, later, not at all: class, where it begins, how wide, in hundredths."""
        one = self.counted
        found, x = [], 0.0
        for name, n in (("active", one.in_time), ("dormant", one.reported - one.in_time), ("none", one.expected - one.reported)):
            width = 100 * n / one.expected if one.expected else 0
            found.append((name, round(x, 3), round(width, 3)))
            x += width
        return found


@require_GET
@acting
def completeness(request: OfficialRequest, pk: int) -> HttpResponse:
    region, asked = region_or_404(request, pk), Asked(request.GET, request.acting.today)
    form, period = asked.chosen, asked.period
    missing = late(region, form, period).select_related("region__parent")
    page, after = page_or_first(missing, ["region__name", "pk"], request.GET.get("sesudah"), PAGE)
    return render(request, "reports/completeness.html", SECTION | {
        "region": region, "mine": request.acting.region, "asked": asked, "form": form,
        "period": period_words(form.every or form.span, period),
        "due_on": form.due_on(period), "today": request.acting.today, "total": Row(region, completeness_of(region, form, period)),
        "rows": list(parts(region, form, period)), "missing": page, "after": after, "narrowed": asked.query,
        "may_remind": may_remind(request.acting), "monthly": form.every == Span.MONTH,
    })  # fmt: skip


def parts(region: Region, form: Form, period: date) -> Iterator[Row]:
    """Those that stand behind most come first."""
    if region.level not in PARTS:
        return
    counted = list(completeness_by(region, PARTS[Level(region.level)], form, period))
    named = Region.objects.in_bulk([one.region for one in counted])
    yield from sorted((Row(named[one.region], one) for one in counted), key=lambda row: (row.counted.share or 0, row.region.name))
