"""How many Kampung KB stand where: by stage, in a territory and in each part of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, F, Func, IntegerField, OuterRef, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from backend.charts.geometry import side_by_side
from workflows.organisation.models import Level, Region
from workflows.villages.coverage import villages_on
from workflows.villages.facts import KampungQuerySet
from workflows.villages.models import KampungKB
from workflows.villages.states import KampungState

NONE = "none"
"""The stage of villages that have no Kampung KB yet."""
LABELS = {**dict(KampungState.choices), NONE: _("belum diusulkan")}
K = KampungState
ORDER = [K.ACTIVE, K.DESIGNATED, K.DORMANT, K.SUSPENDED, K.VERIFIED, K.ENDORSED, K.PROPOSED, K.DRAFT, K.REVOKED, K.MERGED,
         K.WITHDRAWN, K.REJECTED, NONE]  # fmt: skip
"""From the left of a bar to the right: what is reached first."""


@dataclass(frozen=True)
class Segment:
    """`x` and `width` are hundredths of the bar."""

    stage: str
    count: int
    x: float
    width: float

    @property
    def label(self) -> str:
        return str(LABELS[self.stage])


@dataclass
class Bar:
    """One part of a territory: its counts by stage, and how many tasks in it are late."""

    region: Region
    counts: dict[str, int] = field(default_factory=dict)
    late: int = 0

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def segments(self) -> list[Segment]:
        return list(self._segments())

    def _segments(self) -> Iterator[Segment]:
        shown = [(stage, self.counts[stage]) for stage in ORDER if self.counts.get(stage)]
        for (stage, count), at in zip(shown, side_by_side([count for _stage, count in shown]), strict=True):
            yield Segment(stage, count, at.x, at.width)


def units_in(region: Region, day: date) -> KampungQuerySet:
    """The Kampung KB of a territory with their `stage` on a day; hamlets count one each."""
    return KampungKB.objects.filter(region__in=Region.objects.under(region)).stage_on(day)


def without_unit(region: Region, day: date) -> QuerySet[Region]:
    """The villages that nobody has proposed yet."""
    return villages_on(region, day).filter(~Exists(KampungKB.objects.filter(region=OuterRef("pk"))))


def bars_of(region: Region, day: date, late: dict[int, int]) -> list[Bar]:
    """The parts of a territory, those with most late tasks first; `late` gives these by the part's id."""
    parts = region.children.exclude(level=Level.VILLAGE).filter(closed_on=None).order_by("name")
    bars = {part.pk: Bar(part, late=late.get(part.pk, 0)) for part in parts}
    for part, stage, count in [*counted(units_in(region, day), region), *unproposed(region, day)]:
        if part in bars:
            bars[part].counts[stage] = count
    return sorted(bars.values(), key=lambda bar: -bar.late)


def counted(units: QuerySet, region: Region) -> list[tuple[int, str, int]]:
    by_part = units.annotate(part=part_of(region, "region__path")).order_by()
    return list(by_part.values_list("part", "stage").annotate(Count("pk")))


def unproposed(region: Region, day: date) -> list[tuple[int, str, int]]:
    by_part = without_unit(region, day).annotate(part=part_of(region, "path")).order_by()
    return [(part, NONE, count) for part, count in by_part.values_list("part").annotate(Count("pk"))]


def part_of(region: Region, path: str) -> Cast:
    """The id of the part, one level below `region`, in which a path lies."""
    place = Func(F(path), Value("/"), Value(region.path.count("/") + 1), function="split_part")
    return Cast(Func(place, Value(""), function="nullif"), IntegerField())
