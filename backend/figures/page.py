"""The figures of a territory in the order in which they are asked for."""

from collections.abc import Iterator

from . import classes, coverage, indicators, pace, reporting, running, units
from .asked import Asked
from .figure import Figure


def figures_of(asked: Asked) -> Iterator[Figure]:
    """What waits and how far a round is, is known of today alone."""
    yield coverage.over_years(asked)
    yield from classes.figures(asked)
    yield reporting.by_form(asked)
    yield from running.figures(asked)
    if asked.is_today:
        yield from pace.figures(asked)
    yield from indicators.figures(asked)
    if asked.has_larger_parts:
        yield coverage.by_part(asked)
        yield reporting.by_part(asked)
    else:
        yield units.listed(asked)
