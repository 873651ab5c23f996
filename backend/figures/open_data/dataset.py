"""What a dataset is: its columns with their meaning, what tells its rows apart, and the rows of a regency on a day."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workflows.organisation.models import Region

Row = tuple[Any, ...]
Rows = Callable[[Region, date], Iterator[Row]]


@dataclass(frozen=True)
class Column:
    """`type` is one of Frictionless: string, integer, number, boolean, date, year. `empty`: a row may have none.

    `values` are all that there may be, each with the words that a reader of Excel sees for it.
    """

    name: str
    type: str
    title: str
    meaning: str
    empty: bool = False
    values: Mapping[str, str] = field(default_factory=dict)


AS_OF = Column("as_of", "date", "Tanggal data", "Keadaan pada hari ini; apa yang terjadi sesudahnya tidak dihitung.")


@dataclass(frozen=True)
class Dataset:
    """`key`: the columns that tell its rows apart."""

    name: str
    title: str
    meaning: str
    source: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows_of: Rows

    def rows(self, region: Region, day: date) -> Iterator[Row]:
        return ((*row, day) for row in self.rows_of(region, day))


def dataset(name: str, told: dict[str, Any], rows_of: Rows) -> Dataset:
    """One as `datasets.yaml` tells it, with its last column."""
    columns = [Column(**one) for one in told["columns"]]
    key = (*told["key"], AS_OF.name)
    return Dataset(name, told["title"], told["meaning"], told["source"], (*columns, AS_OF), key, rows_of)


def rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 6)
