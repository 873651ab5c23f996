"""The mean of an index: weighted scores, two decimals, half up."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from workflows.core.rounding import hundredths


def mean_of(scores: Iterable[tuple[int, int]]) -> Decimal:
    """Of pairs of weight and score; 10 ÷ 3 is 3.33, and 3.00 is compared with the pass mark as it is printed."""
    weight = points = 0
    for each, score in scores:
        weight += each
        points += each * score
    return quotient(points, weight)


@lru_cache
def quotient(points: int, weight: int) -> Decimal:
    """There are few of them, and a nation's villages ask for each of them ten thousand times."""
    return hundredths(Fraction(points, weight))
