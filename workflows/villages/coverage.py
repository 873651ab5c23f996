"""How many of a territory's villages are Kampung KB. A share always says of what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from workflows.organisation.models import Kind, Level, Region
from workflows.organisation.models.region import RegionQuerySet

from .models import KampungKB

DENOMINATORS = {
    "desa": [Kind.DESA, Kind.DESA_ADAT],
    "kelurahan": [Kind.KELURAHAN],
    "semua": [Kind.DESA, Kind.DESA_ADAT, Kind.KELURAHAN],
}
PARENTS = {Level.VILLAGE: "pk", Level.DISTRICT: "parent", Level.REGENCY: "parent__parent"}
"""Levels that villages are counted by, and the way to them from a village."""
Counted = dict[str, tuple[int, int]]
"""Kind of village → how many are designated, of how many."""


@dataclass(frozen=True)
class Coverage:
    """`designated` of `villages`; `denominator` names which villages were counted, `share` is from 0 to 1."""

    on: date
    denominator: str
    designated: int
    villages: int

    @property
    def share(self) -> float | None:
        """None where there is nothing to divide by."""
        return self.designated / self.villages if self.villages else None


def coverage(region: Region, on: date, denominator: str = "semua") -> Coverage:
    """The villages in `region` with a designation in force on a day; one with several hamlet units counts once.

    Raises `KeyError` for an unknown denominator (see `DENOMINATORS`).
    """
    return coverages(region, on)[denominator]


def coverages(region: Region, on: date) -> dict[str, Coverage]:
    """By denominator, all from one count."""
    return by_denominator(on, counted(region, on, "kind"))


def coverages_by(region: Region, level: Level, on: date) -> dict[int, dict[str, Coverage]]:
    """The same of each part of a region on a level, by its id, all from one count; a part without villages is not there."""
    found: dict[int, list[tuple]] = {}
    for part, *row in counted(region, on, PARENTS[level], "kind"):
        found.setdefault(part, []).append(tuple(row))
    return {part: by_denominator(on, rows) for part, rows in found.items()}


def counted(region: Region, on: date, *by: str) -> RegionQuerySet:
    """Rows of `by`, designated, villages."""
    units = KampungKB.objects.facts_on(on).filter(region=OuterRef("pk"), designated=True)
    rows = villages_on(region, on).order_by().values_list(*by)
    return rows.annotate(designated=Count("pk", filter=Exists(units)), villages=Count("pk"))


def by_denominator(on: date, rows: Iterable[tuple]) -> dict[str, Coverage]:
    kinds: Counted = {kind: (designated, villages) for kind, designated, villages in rows}
    return {name: Coverage(on, name, *summed(kinds, wanted)) for name, wanted in DENOMINATORS.items()}


def villages_on(region: Region, on: date) -> RegionQuerySet:
    """The villages that there are in a region on a day."""
    return Region.objects.under(region).filter(Q(closed_on=None) | Q(closed_on__gt=on), level=Level.VILLAGE)


def summed(counted: Counted, kinds: list[Kind]) -> tuple[int, int]:
    rows = [counted[kind] for kind in kinds if kind in counted]
    return sum(row[0] for row in rows), sum(row[1] for row in rows)
