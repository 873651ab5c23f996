"""Villages: their stage and facts, now or on another date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from workflows.organisation.labels import with_labels
from workflows.organisation.models import Region
from workflows.villages.models import KampungKB

from ..places import Places
from ..reading import Part
from .differences import differences

if TYPE_CHECKING:
    from ..stage import Stage

FACTS = ["designated", "pokja", "village_decree", "launched", "suspended", "scope"]
NAMED = 5


@dataclass
class Villages(Part):
    """Of these villages, `count` (all, if not given) have the `stage` and facts, and are called and headed so.

    They lie in so many `districts`, and `units` Kampung KB in them are so: several, where each is one of hamlets (`scope`).
    On a date, and as was known at the end of a day of the story (`known_on`).
    """

    villages: Places
    stage: str | None = None
    on: date | None = None
    known_on: date | None = None
    designated: bool | None = None
    pokja: bool | None = None
    village_decree: bool | None = None
    launched: bool | None = None
    suspended: bool | None = None
    scope: str | None = None
    first_designated: date | None = None
    label: str | None = None
    head: str | None = None
    count: int | None = None
    districts: int | None = None
    units: int | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        regions = stage.regions(self.villages.codes)
        units = list(self.fitting(stage, regions))
        found = set(units)
        expected = len(self.villages.codes) if self.count is None else self.count
        if len(found) != expected:
            yield f"{len(found)} villages are so, expected {expected}"
        if self.count is None and len(found) < expected:
            others = regions.exclude(pk__in=found).values_list("name", flat=True)
            yield f"not so: {', '.join(others[:NAMED])}"
        around = Region.objects.filter(pk__in=found).values("parent").distinct().count()
        yield from differences(self, {"districts": around, "units": len(units)})

    def fitting(self, stage: "Stage", regions: QuerySet[Region]) -> QuerySet:
        """The ids of the regions that are as described."""
        called = {n: v for n, v in (("label", self.label), ("head_title", self.head)) if v is not None}
        if called:
            regions = with_labels(regions).filter(**called)
        if not (facts := self.facts()) and self.stage is None:
            return regions.values_list("pk", flat=True)
        dated = KampungKB.objects.stage_on(self.on or stage.today, stage.known_by(self.known_on))
        units = dated.with_first_designation().filter(**facts)
        if self.stage is not None:
            units = units.filter(stage=self.stage)
            units = units if self.on or self.known_on else units.filter(state=self.stage)
        return units.filter(region__in=regions.values("pk")).values_list("region", flat=True)

    def facts(self) -> dict[str, object]:
        given = {name: getattr(self, name) for name in FACTS} | {"first_designated_on": self.first_designated}
        return {name: value for name, value in given.items() if value is not None}
