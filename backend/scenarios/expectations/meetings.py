"""Rakors: how far they are, who came, and what was decided; and how many villages have a status of village development."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from workflows.meetings import models
from workflows.meetings.content import elements
from workflows.meetings.states import COMING, RakorState
from workflows.organisation.models import Region
from workflows.organisation.models.region import within
from workflows.villages.coverage import DENOMINATORS
from workflows.villages.models import DevelopmentStatus

from ..ahead import SomeDay
from ..meanings import Known, OneOf
from ..places import Code
from ..reading import Part
from .differences import differences

if TYPE_CHECKING:
    from ..stage import Stage


@dataclass
class Rakor(Part):
    """`came`: groups with who of them came, of those invited: `{Camat: 28 dari 28}`. `decided`: motions that stand.

    `on`: its day, seen from that of the story. `about`: its round. `coming`: seats that say they come or send somebody.
    """

    rakor: Known
    state: Annotated[str | None, OneOf(RakorState.values)] = None
    on: SomeDay | None = None
    about: Known = ""
    invited: int | None = None
    present: int | None = None
    coming: int | None = None
    decided: int | None = None
    executed: int | None = None
    organised_by: str | None = None
    opened_by: str | None = None
    came: Any = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        found = models.Rakor.objects.select_related("file__office", "opened_by__office").get(pk=stage.files[self.rakor])
        groups = elements(found)
        if self.on and found.held_on != (day := self.on.seen_from(stage.today)):
            yield f"it is on {found.held_on}, expected {day}"
        if self.about and found.round_id != stage.files[self.about]:
            yield f"it is not about {self.about}"
        yield from differences(self, {
            "state": found.state, "invited": found.seats.count(), "present": found.seats.exclude(state="invited").count(),
            "coming": found.seats.filter(answer__in=COMING, answered_for=found.held_on).count(),
            "decided": found.motions.filter(state__in=["carried", "executed"]).count(),
            "executed": found.motions.filter(state="executed").count(),
            "organised_by": found.file.office.label,
            "opened_by": found.opened_by.office.label if found.opened_by else "",
        })  # fmt: skip
        told = {one["element"]: f"{one['present']} dari {one['invited']}" for one in groups}
        for group, expected in (self.came or {}).items():
            if told.get(group) != expected:
                yield f"of {group} came {told.get(group)}, expected {expected}"


@dataclass
class Status(Part):
    """`count` of the villages in a region (`in`) that are `of` a kind have this `status` in a `year`."""

    status: str
    in_: Code
    year: int
    of: str
    count: int | None = None
    villages: int | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        here = within(stage.region(self.in_.code).path)
        villages = Region.objects.filter(here, kind__in=DENOMINATORS[self.of], closed_on=None)
        noted = DevelopmentStatus.objects.filter(region__in=villages, year=self.year, status=self.status)
        yield from differences(self, {"count": noted.count(), "villages": villages.count()})
