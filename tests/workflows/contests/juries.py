"""A contest on paper: entries and jurors by letters, points as they are typed."""

from decimal import Decimal
from typing import Any

from workflows.contests.ranking_rules import Rules
from workflows.contests.rubric import Criterion, Rubric
from workflows.contests.scores import Score, Scores

HALVES = Rubric(
    "halves",
    1,
    (Criterion("run", "Pengelolaan", "process", Decimal(50)), Criterion("gain", "Hasil", "output", Decimal(50))),
)
TWO_SHEETS = Rules(sheets_needed=2)


def sheet(entry: str, juror: str, run: Any, gain: Any) -> list[Score]:
    points = {"run": run, "gain": gain}
    return [Score(entry, juror, key, Decimal(str(one))) for key, one in points.items()]


def jury(table: dict[str, dict[str, tuple[Any, Any]]], **more: Any) -> Scores:
    """`{entry: {juror: (run, gain)}}`; `more` as `Scores` takes it."""
    given = [
        one
        for entry, jurors in table.items()
        for juror, points in jurors.items()
        for one in sheet(entry, juror, *points)
    ]
    return Scores(entries=frozenset(table), given=tuple(given), **more)
