"""Where things stand in a chart. Pure functions; what is across is in hundredths, what is up in pixels."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

PLACES = 3
"""Decimals: a thousandth of a hundredth is less than any screen shows."""


@dataclass(frozen=True)
class Span:
    """From `x` on, `width` wide."""

    x: float
    width: float


@dataclass(frozen=True)
class Upright:
    """A column from `x` on, its top at `y`, and its `middle`."""

    x: float
    width: float
    y: float
    height: float
    middle: float


def side_by_side(counts: Sequence[int]) -> Iterator[Span]:
    """The parts of a whole, which they fill. None where there is nothing."""
    whole, x = sum(counts), 0.0
    for count in counts if whole else ():
        width = 100 * count / whole
        yield Span(round(x, PLACES), round(width, PLACES))
        x += width


def lengths(values: Sequence[float], longest: float) -> Iterator[float]:
    """How far each value reaches if the longest reaches all the way."""
    return (round(100 * value / longest, PLACES) if longest else 0.0 for value in values)


def columns(shares: Iterable[float | None], height: float) -> list[Upright]:
    """A column for each share from 0 to 1, with a third of its room left free between; none is as low as nothing."""
    values = [share or 0.0 for share in shares]
    room = 100 / max(len(values), 1)
    return [upright(room * n, room, value * height, height) for n, value in enumerate(values)]


def upright(x: float, room: float, high: float, height: float) -> Upright:
    width, y = room * 2 / 3, round(height - high, 1)
    return Upright(round(x + room / 6, PLACES), round(width, PLACES), y, round(high, 1), round(x + room / 2, PLACES))
