"""How many Kampung KB of a territory have which class in a year, as closed rounds left it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet

from workflows.organisation.models import Level, Region
from workflows.organisation.models.region import within
from workflows.villages.facts import in_force
from workflows.villages.models import KampungKB

from .models import Instrument, YearlyClass

PARENTS = {
    Level.VILLAGE: "kampung__region", Level.DISTRICT: "kampung__region__parent", Level.REGENCY: "kampung__region__parent__parent",
}  # fmt: skip


@dataclass(frozen=True)
class ClassCount:
    """So many Kampung KB of a `part` (its id) have the class `key` in a year; "" is *not computable*."""

    part: int
    year: int
    key: str
    count: int


def classes_of(region: Region, day: date) -> QuerySet[YearlyClass]:
    """What the rounds closed by a day left the Kampung KB of a region."""
    return YearlyClass.objects.filter(within(region.path, "kampung__region__"), entry__on__lte=day)


def years_with_classes(region: Region, day: date, most: int) -> list[int]:
    """The newest first."""
    years = classes_of(region, day).order_by("-year").values_list("year", flat=True)
    return list(years.distinct()[:most])


def counted_by(region: Region, level: Level, years: Iterable[int], day: date) -> list[ClassCount]:
    """Of each part of a region on a level, in one query."""
    rows = classes_of(region, day).filter(year__in=years).order_by().values_list(PARENTS[level], "year", "decided")
    return [ClassCount(*row) for row in rows.annotate(Count("pk"))]


def class_labels(region: Region, years: Iterable[int]) -> dict[str, str]:
    """Key → what people call the class, the lowest first, by the instruments of the rounds of these years."""
    used = YearlyClass.objects.filter(within(region.path, "kampung__region__"), year__in=years)
    instruments = Instrument.objects.filter(pk__in=used.values("evaluation__round__instrument")).order_by("code", "version")
    return {one.key: one.label for instrument in instruments for one in instrument.definition.classes}


def unclassed_by(region: Region, level: Level, year: int, day: date) -> dict[int, int]:
    """The Kampung KB of each part that were designated at the end of a year (or by the day) and have no class of it."""
    units = KampungKB.objects.filter(within(region.path, "region__"), in_force("designate", min(day, date(year, 12, 31))))
    has_one = YearlyClass.objects.filter(kampung=OuterRef("pk"), year=year, entry__on__lte=day)
    rows = units.filter(~Exists(has_one)).order_by().values_list(PARENTS[level].removeprefix("kampung__"))
    return dict(rows.annotate(Count("pk")))
