"""What an instrument says: indicators with their bands, indexes, and the class that follows from the indexes passed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from .measures import Measure

Passes = frozenset[str]
"""The keys of the indexes that are passed."""


@dataclass(frozen=True)
class Band:
    """The whole numbers `low` to `high`, both included, that give a score; without `high` there is no end."""

    score: int
    low: int
    high: int | None

    def holds(self, value: int) -> bool:
        return self.low <= value and (self.high is None or value <= self.high)


@dataclass(frozen=True)
class Indicator:
    """`bands` and `lifts` stand in the order of scores; `lifts` says by score what has to be done to reach it."""

    key: str
    index: str
    label: str
    unit: str
    weight: int
    measure: Measure
    bands: tuple[Band, ...]
    lifts: dict[int, str]

    def band_of(self, value: int) -> Band:
        for band in self.bands:
            if band.holds(value):
                return band
        raise ValueError(value)

    def above(self, score: int) -> Band | None:
        """The band of the next better score; scores count from 1."""
        return self.bands[score] if score < len(self.bands) else None

    @property
    def best(self) -> int:
        return self.bands[-1].score

    @property
    def more_is_better(self) -> bool:
        return self.bands[0].low < self.bands[-1].low

    def needed(self, band: Band) -> int:
        """The value nearest to the worse ones that lies in the band."""
        return band.low if self.more_is_better or band.high is None else band.high

    def words(self, band: Band) -> str:
        """What has to be done to come into the band."""
        return self.lifts[band.score].replace("{need}", str(self.needed(band)))


@dataclass(frozen=True)
class Index:
    key: str
    label: str


@dataclass(frozen=True)
class Classification:
    """A class, and every set of passed indexes that gives it."""

    key: str
    label: str
    meaning: str
    passes: tuple[Passes, ...]


@dataclass(frozen=True)
class Definition:
    """A sound instrument. `classes` begin with the lowest; `sha256` is of its data as canonical JSON."""

    code: str
    name: str
    sha256: str
    pass_mark: Decimal
    indexes: tuple[Index, ...]
    indicators: tuple[Indicator, ...]
    classes: tuple[Classification, ...]

    def of(self, index: str) -> list[Indicator]:
        return [indicator for indicator in self.indicators if indicator.index == index]

    def indicator(self, key: str) -> Indicator:
        return next(indicator for indicator in self.indicators if indicator.key == key)

    def class_of(self, passed: Passes) -> Classification:
        return next(one for one in self.classes if passed in one.passes)

    def class_named(self, key: str | None) -> Classification | None:
        """None where there is no class: not computable, not decided."""
        return next((one for one in self.classes if one.key == key), None)

    def classes_above(self, key: str) -> tuple[Classification, ...]:
        """The classes higher than one, the next first."""
        return self.classes[[one.key for one in self.classes].index(key) + 1 :]

    def combinations(self) -> Iterator[Passes]:
        """Every set of indexes that may be passed."""
        keys = [index.key for index in self.indexes]
        return (frozenset(some) for n in range(len(keys) + 1) for some in combinations(keys, n))
