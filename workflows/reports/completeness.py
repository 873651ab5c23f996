"""How many Kampung KB of a territory have reported, and how many in time: of the designated ones, and that is always said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from workflows.core.clock import today
from workflows.core.wording import long_date
from workflows.organisation.models import Level, Region
from workflows.organisation.models.region import within
from workflows.villages.facts import KampungQuerySet, in_force
from workflows.villages.models import KampungKB

from .definition import Form
from .models import Report
from .periods import first_day, last_day
from .states import ReportState

PARENTS = {Level.VILLAGE: "region", Level.DISTRICT: "region__parent", Level.REGENCY: "region__parent__parent"}
"""Levels that villages are counted by, and the way to them from a Kampung KB."""


@dataclass(frozen=True)
class Completeness:
    """Of `expected` Kampung KB of a region (its id) those that `reported`, those `in_time`, and the `conflicting`, whose reports
    wait to be merged.
    """

    region: int
    on: date
    expected: int
    reported: int
    in_time: int
    conflicting: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where nobody has to report."""
        return self.reported / self.expected if self.expected else None

    @property
    def share_in_time(self) -> float | None:
        return self.in_time / self.expected if self.expected else None

    @property
    def denominator(self) -> str:
        """Of what these are shares."""
        return _("Kampung KB yang ditetapkan per %(day)s") % {"day": long_date(self.on)}


def window(form: Form, period: date) -> tuple[date, date]:
    """The first and the last day of the month or year in which one report is expected. Raises `ValueError` if none is."""
    if form.every is None:
        raise ValueError(f"nobody waits for a report {form.code}")
    return first_day(form.every, period), last_day(form.every, period)


def due_period(form: Form, day: date) -> date:
    """The first day of the newest month or year whose report was due by a day. Raises `ValueError` if none is ever expected."""
    period = window(form, day)[0]
    while (due := form.due_on(period)) and due > day:
        period = window(form, period - timedelta(days=1))[0]
    return period


def counted_on(form: Form, period: date, day: date) -> date:
    """The day that says who has to report: the last of the period, or `day` while it lasts."""
    return min(window(form, period)[1], day)


def reporting(units: KampungQuerySet, form: Form, period: date, on: date, day: date = date.max) -> KampungQuerySet:
    """Those Kampung KB of `units` that have to report, each with `reported_on` (null: it has not) and `in_conflict`.

    `on`: the day whose designations count (`counted_on`). `day`: what came later is left out.
    """
    told = Report.objects.filter(
        kampung=OuterRef("pk"), form=form.code, period__range=window(form, period), first_reported_on__lte=day
    )
    first = told.filter(standing=True).order_by("first_reported_on").values("first_reported_on")[:1]
    waiting = told.filter(state=ReportState.SENT, standing=False)
    return units.filter(in_force("designate", on)).annotate(reported_on=Subquery(first), in_conflict=Exists(waiting))


def completeness(region: Region, form: Form, period: date, day: date | None = None) -> Completeness:
    """Of a whole region, as of a `day` (None: today)."""
    day = day or today(region.zone)
    on = counted_on(form, period, day)
    counted = reporting(units_of(region), form, period, on, day).aggregate(**counts(form, period))
    return Completeness(region.pk, on, **counted)


def completeness_by(
    region: Region, level: Level, form: Form, period: date, day: date | None = None
) -> Iterator[Completeness]:
    """Of each part of a region on a level, in one query; one without a Kampung KB is not among them."""
    day, parent = day or today(region.zone), PARENTS[level]
    on = counted_on(form, period, day)
    rows = reporting(units_of(region), form, period, on, day).order_by(parent).values(parent).annotate(**counts(form, period))
    return (Completeness(row.pop(parent), on, **row) for row in rows)


def units_of(region: Region) -> KampungQuerySet:
    return KampungKB.objects.filter(within(region.path, "region__"))


def late(region: Region, form: Form, period: date) -> KampungQuerySet:
    """Whose report has not come."""
    on = counted_on(form, period, today(region.zone))
    return reporting(units_of(region), form, period, on).filter(reported_on=None)


def counts(form: Form, period: date) -> dict[str, Count]:
    return {
        "expected": Count("pk"), "reported": Count("pk", filter=Q(reported_on__isnull=False)),
        "in_time": Count("pk", filter=Q(reported_on__lte=form.due_on(period))),
        "conflicting": Count("pk", filter=Q(in_conflict=True)),
    }  # fmt: skip
