"""Where each figure of a report was first told: it is carried over from one report to the next as long as it stays the same."""

from typing import Any

from .conflicts import plain
from .models import Report
from .states import Span


def last_before(report: Report) -> Report | None:
    """What the village told the last time before: the report that stands for the newest earlier period."""
    if report.span == Span.EVENT:
        return None
    earlier = Report.objects.filter(kampung=report.kampung_id, form=report.form, period__lt=report.period, standing=True)
    return earlier.order_by("-period").first()


def line_of(report: Report) -> list[Report]:
    """The report and all those that it came from, the newest first."""
    found, waiting = [], [report]
    while waiting:
        one = waiting.pop(0)
        found.append(one)
        waiting += [former for former in (one.replaces, one.merges) if former]
    return sorted(found, key=lambda one: -one.pk)


def origins(report: Report) -> dict[str, Report]:
    """By figure the report in which it was told first."""
    return {key: origin(report, key, value) for key, value in report.figures.items()}


def origin(report: Report, key: str, value: Any) -> Report:
    """Of a figure that two reports told, the one that was chosen; of what both tell alike, the one that stood."""
    formers = [one for one in (report.replaces, report.merges) if one and same(one, key, value)]
    chosen = [one for one in formers if one.pk == report.kept.get(key)] or formers
    return origin(chosen[0], key, value) if chosen else report


def same(report: Report, key: str, value: Any) -> bool:
    return key in report.figures and plain(report.figures[key]) == plain(value)
