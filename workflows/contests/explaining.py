"""Why each entry has its place: out of the published scores alone, so that anybody may be told the same."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from workflows.core.rounding import hundredths

from .publishing import read
from .ranking import Place, rank, tie_breaks
from .ranking_rules import Rules
from .rubric import Criterion, Rubric
from .standings import Sheets, sheets_of, standings, worth_of


@dataclass(frozen=True)
class Worth:
    """What the jury gave for one criterion on average (of its maximum), and what that adds to the total of 100."""

    criterion: Criterion
    average: Decimal
    adds: Decimal


@dataclass(frozen=True)
class Explained:
    """A place with what made it. `measured` is what the tie-break saw of the entry; None where none decided."""

    place: Place
    worths: tuple[Worth, ...]
    measured: Decimal | None


def explained(published: dict[str, Any]) -> list[Explained]:
    """In the order of the ranking. Raises `BadValues` for a list that cannot be."""
    scores, rubric, rules = read(published)
    sheets = sheets_of(scores.counted())
    found = {one.entry: one for one in standings(scores, rubric, rules)}
    measures = dict(tie_breaks(rules, scores))
    return [
        Explained(
            place, worths_of(sheets[place.entry], rubric, rules) if place.rank else (),
            measures[place.decided_by](found[place.entry]) if place.decided_by else None,
        )
        for place in rank(scores, rubric, rules)
    ]  # fmt: skip


def worths_of(sheets: Sheets, rubric: Rubric, rules: Rules) -> tuple[Worth, ...]:
    return tuple(worth(one, [sheet[one.key] for sheet in sheets.values()], rules) for one in rubric.criteria)


def worth(criterion: Criterion, points: list[Decimal], rules: Rules) -> Worth:
    adds = worth_of(criterion, points, rules)
    average = adds * Fraction(criterion.maximum) / Fraction(criterion.weight)
    return Worth(criterion, hundredths(average), hundredths(adds))
