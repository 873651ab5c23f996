"""Rounding as people do it by hand: half up, never to the even neighbour, never through a binary fraction."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

HUNDREDTH = Decimal("0.01")


def hundredths(value: Fraction) -> Decimal:
    """A number ≥ 0 with two decimals: 10/3 → `3.33`, 1/8 → `0.13`."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(HUNDREDTH, ROUND_HALF_UP)


def percent(part: int, whole: int) -> int:
    """Whole per cent, half up: 1 of 8 → 13. Of nothing it is 0."""
    return (200 * part + whole) // (2 * whole) if whole else 0
