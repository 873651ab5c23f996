"""Tables as CSV for office spreadsheets: UTF-8 with its mark and semicolons, as Excel with Indonesian settings opens them.

A cell that a spreadsheet would take for a formula gets an apostrophe before it.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import StreamingHttpResponse

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class Dialect:
    delimiter: str
    mark: str


INDONESIAN = Dialect(";", "\ufeff")
"""What Excel opens by a double click where the comma is for decimals."""
PLAIN = Dialect(",", "")
"""What programs read: RFC 4180."""


class Echo:
    """Hands back what `csv` writes."""

    def write(self, line: str) -> str:
        return line


def as_csv(
    name: str, header: Iterable[Any], rows: Iterable[Iterable[Any]], dialect: Dialect = INDONESIAN
) -> StreamingHttpResponse:
    """A download called `name.csv`, written as it is read."""
    answer = StreamingHttpResponse(lines(header, rows, dialect), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def lines(header: Iterable[Any], rows: Iterable[Iterable[Any]], dialect: Dialect = INDONESIAN) -> Iterator[str]:
    writer = csv.writer(Echo(), delimiter=dialect.delimiter)
    yield dialect.mark
    yield writer.writerow([harmless(cell) for cell in header])
    for row in rows:
        yield writer.writerow([harmless(cell) for cell in row])


def harmless(cell: Any) -> str:
    """The cell as text that no spreadsheet computes. None is empty."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
