"""Reading and checking the four CSV files; nothing here touches the database."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from ..models import Kind, Level
from .names import NotARegency, regency_kind_and_name, title_case, village_kind, zone_of

MOST_NAMED = 20


class Row(NamedTuple):
    """One region as its file says; `parent_code` is empty for a province, `line` counts the header as 1."""

    level: Level
    code: str
    parent_code: str
    kind: Kind
    name: str
    zone: str
    line: int


@dataclass(frozen=True)
class File:
    level: Level
    name: str
    columns: tuple[str, ...]
    code: re.Pattern[str]


FILES = (
    File(Level.PROVINCE, "provinces.csv", ("code", "name"), re.compile(r"\d\d")),
    File(Level.REGENCY, "regencies.csv", ("code", "province_code", "name"), re.compile(r"\d\d\.\d\d")),
    File(Level.DISTRICT, "districts.csv", ("code", "regency_code", "name"), re.compile(r"\d\d\.\d\d\.\d\d")),
    File(Level.VILLAGE, "villages.csv", ("code", "district_code", "name"), re.compile(r"\d\d\.\d\d\.\d\d\.[123]\d{3}")),
)


class BadTerritory(Exception):
    """The files cannot be loaded; `problems` names file, line and reason of each bad row."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        shown = problems[:MOST_NAMED]
        if more := len(problems) - len(shown):
            shown.append(_("… dan %(count)d baris lain.") % {"count": more})
        super().__init__("\n".join(shown))


def read(folder: Path) -> list[Row]:
    """All rows, provinces first. Raises `BadTerritory` naming every bad row."""
    rows: list[Row] = []
    problems: list[str] = []
    lines: dict[str, int] = {}  # of every code met, refused or not: a bad district is named, not its villages too
    for file in FILES:
        for line, cells in _cells(folder, file):
            if reason := _problem(file, cells, lines):
                where = {"file": file.name, "line": line, "reason": reason}
                problems.append(_("%(file)s baris %(line)d: %(reason)s") % where)
            else:
                rows.append(_row(file, cells, line))
            lines.setdefault(cells[0], line)
    if problems:
        raise BadTerritory(problems)
    return rows


def regencies(folder: Path) -> dict[str, str]:
    """Name by code of each regency and city, without reading the villages."""
    return {cells[0]: cells[-1] for _line, cells in _cells(folder, FILES[1])}


def _cells(folder: Path, file: File) -> Iterator[tuple[int, list[str]]]:
    try:
        with open(folder / file.name, encoding="utf-8-sig", newline="") as stream:
            lines = csv.reader(stream)
            if tuple(next(lines, ())) != file.columns:
                raise BadTerritory([_("%(file)s: baris judul harus %(columns)s.") % _columns(file)])
            for cells in lines:
                if cells:
                    yield lines.line_num, [cell.strip() for cell in cells]
    except FileNotFoundError:
        raise BadTerritory([_("%(file)s tidak ada di folder ini.") % {"file": file.name}]) from None
    except (UnicodeDecodeError, csv.Error) as error:
        words = _("%(file)s bukan CSV UTF-8: %(error)s")
        raise BadTerritory([words % {"file": file.name, "error": error}]) from None


def _columns(file: File) -> dict[str, str]:
    return {"file": file.name, "columns": ",".join(file.columns)}


def _problem(file: File, cells: list[str], lines: dict[str, int]) -> str:
    """Why this row cannot be loaded, in words; empty when it can."""
    if len(cells) != len(file.columns):
        return _("harus ada %(count)d kolom.") % {"count": len(file.columns)}
    code, name, given = cells[0], cells[-1], {"code": cells[0]}
    if not file.code.fullmatch(code):
        return _("kode “%(code)s” tidak berbentuk kode wilayah tingkat ini.") % given
    if code in lines:
        return _("kode %(code)s sudah ada di baris %(line)d.") % {"code": code, "line": lines[code]}
    if not name or len(name) > 100 or "\0" in name:
        return _("nama untuk kode %(code)s harus berisi 1–100 huruf.") % given
    return _parent_problem(file, cells, lines) or _regency_problem(file, name)


def _parent_problem(file: File, cells: list[str], lines: dict[str, int]) -> str:
    if file.level == Level.PROVINCE:
        return ""
    code, parent = cells[0], cells[1]
    if code.rpartition(".")[0] != parent:
        return _("kode %(code)s tidak diawali kode induknya %(parent)s.") % {"code": code, "parent": parent}
    if parent not in lines:
        return _("induk %(parent)s tidak ada di berkas tingkat atasnya.") % {"parent": parent}
    return ""


def _regency_problem(file: File, name: str) -> str:
    if file.level != Level.REGENCY:
        return ""
    try:
        regency_kind_and_name(name)
    except NotARegency:
        return _("nama “%(name)s” harus diawali KABUPATEN atau KOTA.") % {"name": name}
    return ""


def _row(file: File, cells: list[str], line: int) -> Row:
    code, name = cells[0], cells[-1]
    kind = Kind.KECAMATAN
    if file.level == Level.PROVINCE:
        kind, name = Kind.PROVINSI, title_case(name)
    elif file.level == Level.REGENCY:
        kind, name = regency_kind_and_name(name)
    elif file.level == Level.VILLAGE:
        kind = village_kind(code)
    return Row(file.level, code, code.rpartition(".")[0], kind, name, zone_of(code), line)
