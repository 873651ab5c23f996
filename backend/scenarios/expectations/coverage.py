"""How many villages of a territory are Kampung KB, of a named denominator, and which may enter the village contest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workflows.villages.coverage import coverage
from workflows.villages.models import KampungKB

from ..places import Code, Places
from ..reading import Part
from .differences import differences

if TYPE_CHECKING:
    from ..stage import Stage


@dataclass
class Coverage(Part):
    """`designated` of the `villages` that are `of` a kind (desa, kelurahan, semua); `percent` with one decimal."""

    coverage: Code
    of: str
    designated: int | None = None
    villages: int | None = None
    percent: str | None = None
    on: date | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        found = coverage(stage.region(self.coverage.code), self.on or stage.today, self.of)
        percent = None if found.share is None else f"{found.share * 100:.1f}"
        yield from differences(self, {"designated": found.designated, "villages": found.villages, "percent": percent})


@dataclass
class Eligible(Part):
    """How many of these villages (all, if no `count` is given) may be entered in the village contest."""

    eligible: Places
    count: int | None = None
    on: date | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        units = KampungKB.objects.eligible_for_village_contest(self.on or stage.today)
        found = units.filter(region__in=stage.regions(self.eligible.codes)).values("region").distinct().count()
        expected = len(self.eligible.codes) if self.count is None else self.count
        if found != expected:
            yield f"{found} may be entered, expected {expected}"
