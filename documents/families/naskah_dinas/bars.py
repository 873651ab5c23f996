"""Charts of bars, drawn as SVG by `bars.html`: dark for the first series, outlined for the second, so that they print in black."""

from typing import Any

LONGEST = 82
"""Millimetres of the bar of the largest value."""

Row = tuple[str, list[tuple[float, str]]]
"""A label, and for each series the value and the words at the end of its bar."""


def bars(series: list[str], rows: list[Row], whole: float = 0) -> dict[str, Any]:
    """The template's variables of one chart; `whole` is the value of the longest bar, by default the largest there is."""
    most = whole or max((value for _, values in rows for value, _ in values), default=0)
    return {
        "series": series if len(series) > 1 else [],
        "rows": [
            {"label": label, "bars": [{"width": width(value, most), "words": words} for value, words in values]}
            for label, values in rows
        ],
    }


def width(value: float, most: float) -> str:
    """Millimetres as SVG wants them; nothing leaves a hair's breadth, so that a bar is always to be seen."""
    return f"{max(LONGEST * min(value / most, 1), 0.3):.1f}" if most else "0.3"


def percent(part: int, of: int) -> str:
    """`48,9 %`, or a dash where there is nothing to divide by."""
    return f"{100 * part / of:.1f} %".replace(".", ",") if of else "–"
