"""How each entry stands: the jury's averages, weighed by the rubric, or what is still lacking."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from workflows.core.rounding import hundredths

from .ranking_rules import FEWEST_TO_DROP_FROM, Rules
from .rubric import Criterion, Rubric
from .scores import Score, Scores

Sheets = dict[str, dict[str, Decimal]]
"""One entry's points, by juror and criterion."""


@dataclass(frozen=True)
class Standing:
    """`total` and `output` are of 100, with two decimals; None while a sheet is lacking or not finished.

    `sheets` counts the finished ones, `unfinished` names juror and criterion of each score that is not there yet.
    """

    entry: str
    total: Decimal | None
    output: Decimal | None
    sheets: int
    unfinished: tuple[tuple[str, str], ...] = ()


def standings(scores: Scores, rubric: Rubric, rules: Rules) -> list[Standing]:
    sheets = sheets_of(scores.counted())
    return [standing(entry, sheets[entry], rubric, rules) for entry in sorted(scores.entries)]


def sheets_of(counted: list[Score]) -> dict[str, Sheets]:
    sheets: dict[str, Sheets] = defaultdict(lambda: defaultdict(dict))
    for score in counted:
        sheets[score.entry][score.juror][score.criterion] = score.points
    return sheets


def standing(entry: str, sheets: Sheets, rubric: Rubric, rules: Rules) -> Standing:
    open_scores = tuple(
        (juror, one.key) for juror in sorted(sheets) for one in rubric.criteria if one.key not in sheets[juror]
    )
    finished = len(sheets) - len({juror for juror, _criterion in open_scores})
    if open_scores or finished < rules.sheets_needed:
        return Standing(entry, None, None, finished, open_scores)
    worth = {one: worth_of(one, [sheet[one.key] for sheet in sheets.values()], rules) for one in rubric.criteria}
    output = sum((value for one, value in worth.items() if one.aspect == "output"), Fraction())
    return Standing(entry, hundredths(sum(worth.values(), Fraction())), hundredths(output), finished)


def worth_of(criterion: Criterion, points: list[Decimal], rules: Rules) -> Fraction:
    """What a criterion adds to the total: the mean of the jurors' points, as its share of the weight."""
    kept = sorted(points)
    if rules.drop_extremes and len(kept) >= FEWEST_TO_DROP_FROM:
        kept = kept[1:-1]
    return Fraction(criterion.weight) * sum(map(Fraction, kept)) / (len(kept) * Fraction(criterion.maximum))
