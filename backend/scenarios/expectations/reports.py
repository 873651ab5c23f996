"""How complete the reports of a territory are, and what stands of a village."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from workflows.reports.completeness import completeness
from workflows.reports.models import Report
from workflows.reports.shipped import newest

from ..meanings import OneOf
from ..places import Code
from ..reading import Part
from ..report_steps import EXPECTED
from .differences import differences

if TYPE_CHECKING:
    from ..stage import Stage


@dataclass
class Complete(Part):
    """Of `expected` Kampung KB `reported`, `in_time`, `conflicting`; `percent` of those who reported, with one decimal."""

    completeness: Code
    form: Annotated[str, OneOf(EXPECTED)]
    period: date
    expected: int | None = None
    reported: int | None = None
    in_time: int | None = None
    conflicting: int | None = None
    percent: str | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        form = newest()[self.form]
        found = completeness(stage.region(self.completeness.code), form, form.period_of(self.period))
        percent = None if found.share is None else f"{found.share * 100:.1f}"
        yield from differences(self, {
            "expected": found.expected, "reported": found.reported, "in_time": found.in_time, "conflicting": found.conflicting,
            "percent": percent,
        })  # fmt: skip


@dataclass
class Reported(Part):
    """What stands of a form (`reported`) about a `village` and `period`: some `figures`, and from how many reports (`of`)."""

    reported: Annotated[str, OneOf(newest())]
    village: Code
    period: date
    figures: dict[str, Any] = field(default_factory=dict)
    of: int | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        told = Report.objects.filter(kampung__region=stage.region(self.village.code), form=self.reported,
                                     period=newest()[self.reported].period_of(self.period))  # fmt: skip
        standing = told.filter(standing=True).first()
        if standing is None:
            yield "no report stands"
            return
        yield from differences(self, {"of": 2 if standing.merges_id else 1})
        for key, value in self.figures.items():
            if standing.figures.get(key) != value:
                yield f"{key} is {standing.figures.get(key)}, expected {value}"
