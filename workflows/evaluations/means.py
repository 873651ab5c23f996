"""The mean of an index: weighted scores, two decimals, half up."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from workflows.core.rounding import hundredths


def mean_of(scores: Iterable[tuple[int, int]]) -> Decimal:
    """Of pairs of weight and score; 10 ÷ 3 is 3.33, and 3.00 is compared with the pass mark as it is printed."""
    weighed = [(weight, weight * score) for weight, score in scores]
    return hundredths(Fraction(sum(points for _weight, points in weighed), sum(weight for weight, _points in weighed)))
