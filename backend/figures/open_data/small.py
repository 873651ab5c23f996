"""Counts of fewer than five people are not published: a neighbour could tell who they are. The five is ours (UNVERIFIED)."""

from collections.abc import Iterable, Mapping
from typing import Any

from workflows.reports.indicators import Told

FEWEST = 5
Place = Any


def small(one: Told) -> bool:
    """An indicator without a denominator counts Kampung KB, which are no people. None at all is nobody."""
    return bool(one.indicator.of) and any(0 < count < FEWEST for count in (one.part, one.whole))


def hidden(told: Mapping[Place, Told]) -> set[Place]:
    """Of the parts of a whole those that are not shown: small ones, and the next larger until nobody can subtract."""
    found = {place for place, one in told.items() if small(one)}
    larger = sorted((one.part, str(place), place) for place, one in told.items() if one.part and place not in found)
    for _part, _name, place in larger:
        if not found or people(told[one] for one in found) >= FEWEST:
            break
        found.add(place)
    return found


def people(told: Iterable[Told]) -> int:
    return sum(one.part for one in told)
