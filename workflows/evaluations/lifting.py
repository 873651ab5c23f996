"""What would lift a Kampung KB into a higher class, with the fewest steps."""

from dataclasses import dataclass
from itertools import product

from .definition import Band, Classification, Definition, Indicator, Passes
from .means import mean_of
from .outcome import Outcome


@dataclass(frozen=True)
class Change:
    """One indicator from its score into a better `band`; `words` say what has to be done."""

    indicator: str
    score: int
    band: Band
    words: str

    @property
    def steps(self) -> int:
        return self.band.score - self.score


@dataclass(frozen=True)
class IndexLift:
    """The shortest ways for an index to be passed: each has the same number of steps, those with fewest changes first."""

    index: str
    ways: tuple[tuple[Change, ...], ...]

    @property
    def steps(self) -> int:
        return sum(change.steps for change in self.ways[0])


@dataclass(frozen=True)
class Lift:
    """A higher class, and the indexes to be passed for it; of each, one of its ways suffices."""

    classification: str
    indexes: tuple[IndexLift, ...]

    @property
    def steps(self) -> int:
        return sum(index.steps for index in self.indexes)


def lifts(instrument: Definition, outcome: Outcome) -> list[Lift]:
    """The shortest lift into each higher class (equally short ones all), the shortest first; a step is one score of one
    indicator. Nothing is to be lost: what is passed stays passed. Empty for the highest class and where there is none.
    Raises `ValueError` for the outcome of another instrument.
    """
    if outcome.instrument != instrument.sha256:
        raise ValueError("this outcome was computed with another instrument")
    if outcome.classification is None:
        return []
    failed = {one.key: lift_of(instrument, one.key, outcome) for one in outcome.indexes if not one.passed}
    above = instrument.classes_above(outcome.classification)
    return sorted((lift for one in above for lift in into(one, outcome.passed, failed)), key=lambda lift: lift.steps)


def into(wanted: Classification, passed: Passes, failed: dict[str, IndexLift]) -> list[Lift]:
    found = [
        Lift(wanted.key, tuple(lift for key, lift in failed.items() if key in passes))
        for passes in wanted.passes
        if passed <= passes
    ]
    return [lift for lift in found if lift.steps == min(one.steps for one in found)]


def lift_of(instrument: Definition, index: str, outcome: Outcome) -> IndexLift:
    """Every raise of the index's scores is tried: a few indicators with a few scores each."""
    scores = {one.key: one.score or 0 for one in outcome.indicators}
    members = instrument.of(index)
    now = [scores[one.key] for one in members]
    enough = [
        then
        for then in product(*(range(score, one.best + 1) for one, score in zip(members, now, strict=True)))
        if mean_of((one.weight, score) for one, score in zip(members, then, strict=True)) >= instrument.pass_mark
    ]
    shortest = min(sum(then) for then in enough)
    ways = [changes(members, now, then) for then in enough if sum(then) == shortest]
    return IndexLift(index, tuple(sorted(ways, key=len)))


def changes(members: list[Indicator], now: list[int], then: tuple[int, ...]) -> tuple[Change, ...]:
    return tuple(
        Change(one.key, before, band, one.words(band))
        for one, before, after in zip(members, now, then, strict=True)
        if after > before
        for band in one.bands
        if band.score == after
    )
