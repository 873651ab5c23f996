"""What a dataset is: its columns with their meaning, what tells its rows apart, and the rows of a regency on a day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workflows.organisation.models import Region

Row = tuple[Any, ...]
Text = str | Promise


@dataclass(frozen=True)
class Column:
    """`type` is one of Frictionless: string, integer, number, boolean, date, year. `empty`: a row may have none."""

    name: str
    type: str
    title: Text
    meaning: Text
    empty: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dataset:
    """`key`: the columns that tell its rows apart; the day is the last one of each."""

    name: str
    title: Text
    meaning: Text
    source: Text
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows_of: Callable[[Region, date], Iterator[Row]]

    def rows(self, region: Region, day: date) -> Iterator[Row]:
        return ((*row, day) for row in self.rows_of(region, day))


CODE = Column("code", "string", _("Kode wilayah"), _("Kode Kemendagri yang berlaku pada tanggal data."))
NAME = Column("name", "string", _("Nama"), _("Nama wilayah."))
LEVEL = Column("level", "string", _("Tingkat"), _("Kabupaten/kota seluruhnya, atau satu kecamatan di dalamnya."), values=("regency", "district"))
AS_OF = Column("as_of", "date", _("Tanggal data"), _("Keadaan pada hari ini; apa yang terjadi sesudahnya tidak dihitung."))
SHARE = Column("share", "number", _("Bagian"), _("Pembilang dibagi penyebut, dari 0 sampai 1; kosong bila penyebutnya 0."), empty=True)


def count(name: str, title: Text, meaning: Text) -> Column:
    return Column(name, "integer", title, meaning)


def rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 6)
