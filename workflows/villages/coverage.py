"""How many of a territory's villages are Kampung KB. A share always says of what."""

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
    units = KampungKB.objects.facts_on(on).filter(region=OuterRef("pk"), designated=True)
    by_kind = villages_on(region, on).order_by().values_list("kind")
    rows = by_kind.annotate(designated=Count("pk", filter=Exists(units)), villages=Count("pk"))
    counted = {kind: (designated, villages) for kind, designated, villages in rows}
    return {name: Coverage(on, name, *summed(counted, kinds)) for name, kinds in DENOMINATORS.items()}


def villages_on(region: Region, on: date) -> RegionQuerySet:
    """The villages that there are in a region on a day."""
    return Region.objects.under(region).filter(Q(closed_on=None) | Q(closed_on__gt=on), level=Level.VILLAGE)


def summed(counted: dict[str, tuple[int, int]], kinds: list[Kind]) -> tuple[int, int]:
    rows = [counted[kind] for kind in kinds if kind in counted]
    return sum(row[0] for row in rows), sum(row[1] for row in rows)
