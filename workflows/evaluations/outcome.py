"""What the classification found for one Kampung KB, as it is frozen with the evaluation."""

from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from workflows.core.canonical import normal

from .definition import Band, Passes


@dataclass(frozen=True)
class IndicatorScore:
    """`value` gave `score`; `next` is the band of the next better score, none at the best.

    Where facts are missing there is no value, no score and no next band.
    """

    key: str
    value: int | None
    score: int | None
    next: Band | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class IndexScore:
    """The mean with two decimals, and whether it reaches the pass mark; None where an indicator has no score."""

    key: str
    mean: Decimal | None
    passed: bool | None


@dataclass(frozen=True)
class Outcome:
    """`classification` is the key of the class, None if not computable; `instrument` the SHA-256 of the one used."""

    instrument: str
    classification: str | None
    indexes: tuple[IndexScore, ...]
    indicators: tuple[IndicatorScore, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts without which there is no class, in the instrument's order, each once."""
        return tuple(dict.fromkeys(fact for indicator in self.indicators for fact in indicator.missing))

    @property
    def passed(self) -> Passes:
        return frozenset(index.key for index in self.indexes if index.passed)

    def as_json(self) -> dict[str, Any]:
        """What `read` reads. Means are texts, so that they keep their two decimals."""
        return normal(asdict(self, dict_factory=with_texts))

    @classmethod
    def read(cls, stored: dict[str, Any]) -> "Outcome":
        return cls(
            stored["instrument"],
            stored["classification"],
            tuple(index_score(one) for one in stored["indexes"]),
            tuple(indicator_score(one) for one in stored["indicators"]),
        )


def with_texts(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in pairs}


def index_score(stored: dict[str, Any]) -> IndexScore:
    return IndexScore(stored["key"], None if stored["mean"] is None else Decimal(stored["mean"]), stored["passed"])


def indicator_score(stored: dict[str, Any]) -> IndicatorScore:
    better = stored["next"] and Band(**stored["next"])
    return IndicatorScore(stored["key"], stored["value"], stored["score"], better, tuple(stored["missing"]))
