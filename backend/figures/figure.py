"""A figure: what it says, its chart, the table behind it, and where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from backend.charts.chart import Chart


@dataclass(frozen=True)
class Origin:
    """Source, the time it tells of, of what it is a share, as of which day; and how it was worked out, where that is not plain."""

    source: str
    period: str
    denominator: str
    on: date
    method: str = ""


@dataclass(frozen=True)
class Cell:
    text: str
    href: str = ""


@dataclass(frozen=True)
class Table:
    """The first cell of a row is its heading."""

    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Figure:
    """`key` is its place on the page; `says` is the one sentence to take along."""

    key: str
    title: str
    says: str
    origin: Origin
    table: Table | None = None
    chart: Chart | None = None


def percent(share: float | None) -> str:
    """0.4603 → `46,0 %`; a dash where there is nothing to divide by."""
    return "–" if share is None else f"{number_format(round(100 * share, 1), 1)} %"


def whole_percent(share: float | None) -> str:
    """The same without decimals, where there is no room for them."""
    return "–" if share is None else f"{round(100 * share)} %"


def of_all(part: int, whole: int, what: str) -> str:
    """`87 dari 189 desa`."""
    return _("%(part)s dari %(whole)s %(what)s") % {"part": number_format(part), "whole": number_format(whole), "what": what}


def cells(*texts: object) -> list[Cell]:
    return [Cell(number_format(one) if isinstance(one, int) else str(one)) for one in texts]
