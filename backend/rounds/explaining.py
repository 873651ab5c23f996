"""Why a class: indicator by indicator what was reported, its score, what the next band asks, and what would lift the class."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from backend.reports.reading import teller
from workflows.evaluations.classifying import classify
from workflows.evaluations.definition import Band, Classification, Definition, Indicator
from workflows.evaluations.facts import Facts, labels
from workflows.evaluations.lifting import IndexLift, Lift, lifts
from workflows.evaluations.models import Evaluation
from workflows.evaluations.outcome import IndicatorScore, Outcome
from workflows.reports.models import Report

from .wording import fact_in_words


@dataclass(frozen=True)
class Scored:
    """One indicator. `facts`: what each figure that it reads is called, and what was reported of it ("" for nothing)."""

    indicator: Indicator
    found: IndicatorScore
    facts: list[tuple[str, str]]

    @property
    def value(self) -> str:
        return "" if self.found.value is None else f"{self.found.value} {self.indicator.unit}".strip()

    @property
    def band(self) -> str:
        """The numbers that give its score."""
        return "" if self.found.value is None else band_in_words(self.indicator.band_of(self.found.value), self.indicator.unit)

    @property
    def next_band(self) -> str:
        return band_in_words(self.found.next, self.indicator.unit) if self.found.next else ""

    @property
    def next_words(self) -> str:
        """What has to be done to come into the next band."""
        return self.indicator.words(self.found.next) if self.found.next else ""

    @property
    def missing(self) -> list[str]:
        return [str(labels()[name]) for name in self.found.missing]


@dataclass(frozen=True)
class IndexExplained:
    label: str
    mean: Decimal | None
    passed: bool | None
    indicators: list[Scored]


@dataclass(frozen=True)
class WayUp:
    """Into one higher class: for each index to be passed its ways, each the words of what has to be done."""

    classification: Classification
    steps: int
    indexes: list[tuple[str, list[list[str]]]]


@dataclass(frozen=True)
class Explained:
    """`classification` is None where a class cannot be computed; `missing` says then which figures nobody has reported.

    `sources`: the reports that the figures stand in, each with who told it and when.
    """

    definition: Definition
    classification: Classification | None
    indexes: list[IndexExplained]
    missing: list[str]
    ways: list[WayUp]
    sources: list[tuple[Report, str]] = field(default_factory=list)

    @property
    def passed(self) -> str:
        """`Masukan dan Proses`, those that were passed."""
        return _(" dan ").join(index.label for index in self.indexes if index.passed)


def explained_of(evaluation: Evaluation, facts: Facts, outcome: Outcome, behind: QuerySet[Report]) -> Explained:
    """With the reports `behind` it."""
    said = explained(evaluation.round.instrument.definition, facts, outcome)
    return replace(said, sources=[(one, teller(one)) for one in behind.select_related("entered_by", "reporter")])


def explained(definition: Definition, facts: Facts, outcome: Outcome | None = None) -> Explained:
    """Of what was frozen; without an outcome, of what the facts give now."""
    found = outcome or classify(definition, facts)
    known = labels()
    classification = definition.class_named(found.classification)
    return Explained(
        definition, classification, indexes_of(definition, facts, found), [str(known[name]) for name in found.missing],
        [way_up(definition, lift) for lift in lifts(definition, found)],
    )  # fmt: skip


def indexes_of(definition: Definition, facts: Facts, outcome: Outcome) -> list[IndexExplained]:
    found = {one.key: one for one in outcome.indicators}
    called = {index.key: index.label for index in definition.indexes}
    return [
        IndexExplained(called[one.key], one.mean, one.passed, [scored(i, found[i.key], facts) for i in definition.of(one.key)])
        for one in outcome.indexes
    ]


def scored(indicator: Indicator, found: IndicatorScore, facts: Facts) -> Scored:
    known = labels()
    told = [(str(known[name]), fact_in_words(name, getattr(facts, name))) for name in indicator.measure.reads()]
    return Scored(indicator, found, told)


def band_in_words(band: Band, unit: str = "") -> str:
    """`2–4 sumber`, `5 sumber atau lebih`."""
    if band.high is None:
        return _("%(low)d %(unit)s atau lebih") % {"low": band.low, "unit": unit}
    numbers = str(band.low) if band.low == band.high else f"{band.low}–{band.high}"
    return f"{numbers} {unit}".strip()


def way_up(definition: Definition, lift: Lift) -> WayUp:
    called = {index.key: index.label for index in definition.indexes}
    wanted = definition.class_named(lift.classification)
    assert wanted  # a lift leads into a class of the definition
    return WayUp(wanted, lift.steps, [(called[one.index], ways_of(one)) for one in lift.indexes])


def ways_of(index: IndexLift) -> list[list[str]]:
    return [[change.words for change in way] for way in index.ways]
