"""How an indicator's whole number comes out of the facts. An instrument names the measure and the facts it reads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from workflows.core.rounding import percent

from .facts import Count, Facts, Flag, Kinds


class Measure(Protocol):
    def reads(self) -> dict[str, tuple[Any, ...]]:
        """The facts it may need, and of which sorts each may be."""

    def missing(self, facts: Facts) -> list[str]:
        """The facts without which there is no value, the others being as they are."""

    def value(self, facts: Facts) -> int:
        """A whole number ≥ 0. Asked only if nothing is missing."""


@dataclass(frozen=True)
class Steps:
    """0 without the first fact; with it 1, and 1 more for each of the others that is there."""

    first: str
    then: tuple[str, ...]

    def reads(self) -> dict[str, tuple[Any, ...]]:
        return {self.first: (Flag,)} | dict.fromkeys(self.then, (Flag, Count))

    def missing(self, facts: Facts) -> list[str]:
        return unreported(facts, self.first, *(self.then if getattr(facts, self.first) else ()))

    def value(self, facts: Facts) -> int:
        there = [bool(getattr(facts, name)) for name in self.then]
        return 1 + sum(there) if getattr(facts, self.first) else 0


@dataclass(frozen=True)
class Different:
    """How many different entries a list has, besides those that do not count."""

    of: str
    besides: frozenset[str] = frozenset()

    def reads(self) -> dict[str, tuple[Any, ...]]:
        return {self.of: (Kinds,)}

    def missing(self, facts: Facts) -> list[str]:
        return unreported(facts, self.of)

    def value(self, facts: Facts) -> int:
        return len(getattr(facts, self.of) - self.besides)


@dataclass(frozen=True)
class Present:
    """How many of some things are there."""

    things: tuple[str, ...]

    def reads(self) -> dict[str, tuple[Any, ...]]:
        return dict.fromkeys(self.things, (Flag,))

    def missing(self, facts: Facts) -> list[str]:
        return unreported(facts, *self.things)

    def value(self, facts: Facts) -> int:
        return sum(getattr(facts, name) for name in self.things)


@dataclass(frozen=True)
class Percent:
    """Some counts as whole per cent of another. Of zero it is 0 per cent, or cannot be computed."""

    parts: tuple[str, ...]
    of: str
    needs_some: bool = False

    def reads(self) -> dict[str, tuple[Any, ...]]:
        return dict.fromkeys((*self.parts, self.of), (Count,))

    def missing(self, facts: Facts) -> list[str]:
        if self.needs_some and getattr(facts, self.of) == 0:
            return [self.of]
        return unreported(facts, *self.parts, self.of)

    def value(self, facts: Facts) -> int:
        return percent(sum(getattr(facts, name) for name in self.parts), getattr(facts, self.of))


@dataclass(frozen=True)
class Pair:
    """A group of activity, who takes part in it, and of whom."""

    group: str
    part: str
    of: str


@dataclass(frozen=True)
class Participation:
    """The mean of the groups' whole per cents, itself whole. A group that is not there counts as 0 per cent."""

    pairs: tuple[Pair, ...]

    def reads(self) -> dict[str, tuple[Any, ...]]:
        counts = [name for pair in self.pairs for name in (pair.part, pair.of)]
        return {"groups": (Kinds,)} | dict.fromkeys(counts, (Count,))

    def missing(self, facts: Facts) -> list[str]:
        counts = [name for pair in self.there(facts) for name in (pair.part, pair.of)]
        return unreported(facts, "groups", *counts)

    def value(self, facts: Facts) -> int:
        shares = [percent(getattr(facts, pair.part), getattr(facts, pair.of)) for pair in self.there(facts)]
        return percent(sum(shares), 100 * len(self.pairs))

    def there(self, facts: Facts) -> list[Pair]:
        return [pair for pair in self.pairs if pair.group in (facts.groups or ())]


def unreported(facts: Facts, *names: str) -> list[str]:
    return [name for name in names if getattr(facts, name) is None]


def different(given: Any, switches: dict[str, bool]) -> Different:
    left_out = () if switches["count_family_planning_agencies"] else given.get("family_planning", ())
    return Different(given["of"], frozenset(left_out))


def share(given: Any, switches: dict[str, bool]) -> Percent:
    needs_some = given["of"] == "couples" and not switches["unmet_without_couples"]
    return Percent(tuple(given["parts"]), given["of"], needs_some)


MEASURES: dict[str, Callable[[Any, dict[str, bool]], Measure]] = {
    "steps": lambda given, _switches: Steps(given["first"], tuple(given["then"])),
    "different": different,
    "present": lambda given, _switches: Present(tuple(given)),
    "percent": share,
    "participation": lambda given, _switches: Participation(tuple(Pair(**pair) for pair in given)),
}
"""By the name that instruments use; each takes what stands beside the name, and the instrument's switches."""
