"""A dataset as a download, written as it is read. Programs get points and ISO dates, office spreadsheets what they show as such."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from backend.spreadsheet import PLAIN, as_csv
from backend.workbook import as_workbook
from workflows.organisation.models import Region

from .dataset import Column, Dataset, Row

Answer = Callable[[Dataset, str, Iterator[Row]], HttpResponseBase]
WIDTH = 18
"""Of a column of a workbook, in letters."""


def csv(dataset: Dataset, name: str, rows: Iterator[Row]) -> HttpResponseBase:
    """RFC 4180: what `datapackage.json` describes."""
    return as_csv(name, names(dataset), ([plain(cell) for cell in row] for row in rows), PLAIN)


def csv_of_excel(dataset: Dataset, name: str, rows: Iterator[Row]) -> HttpResponseBase:
    """With semicolons and decimal commas, as Excel opens it in Indonesia."""
    return as_csv(name, titles(dataset), ([decimal(cell) for cell in worded(dataset, row)] for row in rows))


def xlsx(dataset: Dataset, name: str, rows: Iterator[Row]) -> HttpResponseBase:
    """Numbers and days stay what they are: Excel shows them as its reader writes them. In memory: a regency's rows are few."""
    return as_workbook(name, titles(dataset), (worded(dataset, row) for row in rows), [WIDTH] * len(dataset.columns))


def as_json(dataset: Dataset, name: str, rows: Iterator[Row]) -> HttpResponseBase:
    """An array of objects, named as the columns of the CSV."""
    answer = StreamingHttpResponse(objects(names(dataset), rows), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return answer


FORMATS: dict[str, Answer] = {"csv": csv, "excel.csv": csv_of_excel, "xlsx": xlsx, "json": as_json}
"""By the ending of the address."""


def download(dataset: Dataset, ending: str, region: Region, code: str, day: date) -> HttpResponseBase:
    """Called as the regency, the dataset and the day: `99.01-cakupan-2024-03-04.csv`."""
    name = f"{code}-{dataset.name}-{day.isoformat()}"
    return FORMATS[ending](dataset, name, dataset.rows(region, day))


def names(dataset: Dataset) -> list[str]:
    return [column.name for column in dataset.columns]


def titles(dataset: Dataset) -> list[str]:
    return [column.title for column in dataset.columns]


def plain(cell: Any) -> Any:
    return str(cell).lower() if isinstance(cell, bool) else cell


def worded(dataset: Dataset, row: Row) -> list[Any]:
    """A row in the words of people."""
    return [words_of(column, cell) for column, cell in zip(dataset.columns, row, strict=True)]


def words_of(column: Column, cell: Any) -> Any:
    if isinstance(cell, bool):
        return _("ya") if cell else _("tidak")
    return column.values.get(cell, cell)


def decimal(cell: Any) -> Any:
    return str(cell).replace(".", ",") if isinstance(cell, float) else cell


def objects(header: list[str], rows: Iterator[Row]) -> Iterator[str]:
    before = "["
    for row in rows:
        yield f"{before}\n{json.dumps(dict(zip(header, row, strict=True)), cls=DjangoJSONEncoder, ensure_ascii=False)}"
        before = ","
    yield "\n]\n" if before == "," else "[]\n"
