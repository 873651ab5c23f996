"""How complete a list is, kecamatan by kecamatan, with one sum that every page shows."""

from dataclasses import dataclass, fields
from typing import Any

from django.db.models import Count, Exists, OuterRef

from workflows.core.clock import today
from workflows.core.errors import Problem
from workflows.decrees.models import Decree, Effect
from workflows.decrees.states import EffectKind
from workflows.organisation.models import Level, Region


@dataclass
class Tally:
    """Of the villages there are: how many stand on the list, how many of these lack nothing, how many have formed their
    Kampung KB by a decree of their own, and how many were left out."""

    villages: int = 0
    listed: int = 0
    ready: int = 0
    formed: int = 0
    left_out: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


@dataclass(frozen=True)
class Board:
    lines: list[tuple[Region, Tally]]

    @property
    def total(self) -> Tally:
        return sum((count for _region, count in self.lines), Tally())


def board_of(decree: Decree, found: dict[int, list[Problem]]) -> Board:
    """`found`: what stands against single villages (`readiness.by_region`)."""
    inside = Region.objects.under(decree.issuer.territory).filter(closed_on=None)
    counts: dict[int, Tally] = {}
    for parent, n in inside.filter(level=Level.VILLAGE).order_by().values_list("parent").annotate(n=Count("pk")):
        counts[parent] = Tally(villages=n)
    for row in rows_with_facts(decree):
        count_in(counts.setdefault(row.kampung.region.parent_id or 0, Tally()), row, found)
    districts = Region.objects.filter(pk__in=counts).order_by("name")
    return Board([(district, counts[district.pk]) for district in districts])


def rows_with_facts(decree: Decree) -> Any:
    """Each row with `formed`: whether the village's own decree holds today."""
    formed = Effect.objects.filter(kampung=OuterRef("kampung"), kind=EffectKind.FORM).on(today(decree.file.zone))
    return decree.rows.select_related("kampung__region__parent").annotate(formed=Exists(formed))


def count_in(count: Tally, row: Any, found: dict[int, list[Problem]]) -> None:
    count.left_out += row.struck
    count.listed += not row.struck
    count.formed += not row.struck and row.formed
    count.ready += not row.struck and not found.get(row.kampung.region_id)
