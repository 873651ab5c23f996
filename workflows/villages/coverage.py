"""How many of a territory's villages are Kampung KB. A share always says of what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q

from workflows.core.act import all_of
from workflows.organisation.models import Kind, Level, Region
from workflows.organisation.models.region import RegionQuerySet, within

from .facts import in_force
from .models import KampungKB
from .states import Scope

DENOMINATORS = {
    "desa": [Kind.DESA, Kind.DESA_ADAT],
    "kelurahan": [Kind.KELURAHAN],
    "semua": [Kind.DESA, Kind.DESA_ADAT, Kind.KELURAHAN],
}
PARENTS = {Level.VILLAGE: "pk", Level.DISTRICT: "parent", Level.REGENCY: "parent__parent"}
"""Levels that villages are counted by, and the way to them from a village."""
Counted = dict[str, tuple[int, int]]
"""Kind of village → how many are designated, of how many."""
Since = Mapping[int, date]
"""Regency → the first day on which a designation held there. What was before, nobody can tell from nought."""


@dataclass(frozen=True)
class Coverage:
    """`designated` of `villages`; `denominator` names which villages were counted, `share` is from 0 to 1.

    Not `known`: Siklus knows of no designation in the regency by that day, nor how many there were.
    """

    on: date
    denominator: str
    designated: int
    villages: int
    known: bool = True

    @property
    def share(self) -> float | None:
        """None where there is nothing to divide by, or nothing known."""
        return self.designated / self.villages if self.villages and self.known else None


def coverage(region: Region, on: date, denominator: str = "semua") -> Coverage:
    """The villages in `region` with a designation in force on a day; one with several hamlet units counts once.

    Raises `KeyError` for an unknown denominator (see `DENOMINATORS`).
    """
    return coverages(region, on)[denominator]


def coverages(region: Region, on: date, since: Since | None = None) -> dict[str, Coverage]:
    """By denominator, all from one count. `since`: what `known_since` told, where that was asked already.

    A province is counted as far as its regencies are known.
    """
    since = known_since(region) if since is None else since
    known = known_on(on, since)
    return by_denominator(on, counted(region, on, known, "kind"), bool(known))


def coverages_by(region: Region, level: Level, on: date, since: Since | None = None) -> dict[int, dict[str, Coverage]]:
    """The same of each part of a region on a level, by its id, all from one count.

    A part without villages is not there, nor a regency that is not known.
    """
    known = known_on(on, known_since(region) if since is None else since)
    found: dict[int, list[tuple]] = {}
    for part, *row in counted(region, on, known, PARENTS[level], "kind"):
        found.setdefault(part, []).append(tuple(row))
    return {part: by_denominator(on, rows, bool(known)) for part, rows in found.items()}


def known_since(region: Region) -> Since:
    """Of the regency that a region is or lies in, or of all in a province; those that never had one are not there."""
    regency = "".join(f"{one}/" for one in region.path.split("/")[:-1][:2])
    designating: Any = all_of("decrees.Effect").filter(within(regency, "kampung__region__"), kind="designate")
    held = designating.known_on(None).filter(Q(last=None) | Q(last__gte=F("since"))).order_by()
    return dict(held.values_list("kampung__region__parent__parent").annotate(Min("since")))


def known_on(on: date, since: Since) -> list[int]:
    return [regency for regency, first in since.items() if first <= on]


def worth_telling(found: dict[str, Coverage]) -> list[Coverage]:
    """Of coverages by denominator those worth telling: of each kind that there is, and of all where there are both."""
    kinds = [found[name] for name in ("desa", "kelurahan") if found[name].villages]
    return kinds if len(kinds) == 1 else [*kinds, found["semua"]]


def partly(region: Region, on: date) -> tuple[int, int]:
    """How many villages have a designation in force on a day for hamlets of theirs alone, and how many Kampung KB these are."""
    units = KampungKB.objects.filter(within(region.path, "region__"), in_force("designate", on))
    whole = KampungKB.objects.filter(in_force("designate", on), region=OuterRef("region"), scope=Scope.VILLAGE)
    found = units.filter(~Exists(whole), scope=Scope.HAMLET).aggregate(villages=Count("region", distinct=True), units=Count("pk"))
    return found["villages"], found["units"]


def counted(region: Region, on: date, known: list[int], *by: str) -> RegionQuerySet:
    """Rows of `by`, designated, villages; of a province those in `known` regencies."""
    units = KampungKB.objects.facts_on(on).filter(region=OuterRef("pk"), designated=True)
    villages = villages_on(region, on).order_by()
    rows = villages.filter(parent__parent__in=known) if region.level == Level.PROVINCE else villages
    return rows.values_list(*by).annotate(designated=Count("pk", filter=Exists(units)), villages=Count("pk"))


def by_denominator(on: date, rows: Iterable[tuple], known: bool) -> dict[str, Coverage]:
    kinds: Counted = {kind: (designated, villages) for kind, designated, villages in rows}
    return {name: Coverage(on, name, *summed(kinds, wanted), known) for name, wanted in DENOMINATORS.items()}


def villages_on(region: Region, on: date) -> RegionQuerySet:
    """The villages that there are in a region on a day."""
    return Region.objects.under(region).filter(Q(closed_on=None) | Q(closed_on__gt=on), level=Level.VILLAGE)


def summed(counted: Counted, kinds: list[Kind]) -> tuple[int, int]:
    rows = [counted[kind] for kind in kinds if kind in counted]
    return sum(row[0] for row in rows), sum(row[1] for row in rows)
