"""Workbooks as offices send them, made by the tests."""

import io
from typing import Any

import openpyxl
from openpyxl.styles import Font, PatternFill

from backend.administration.imports.applying import apply
from backend.administration.imports.checking import check, take_in
from backend.administration.models import Import

HEADER = ["NO", "KODE", "NAMA PEKON/KEL", "KECAMATAN"]


def book(*lines: list[Any], header: list[str] = HEADER, title: str = "") -> bytes:
    """An .xlsx with a title line, perhaps, a bold header and these lines; an empty list is a blank row."""
    made = openpyxl.Workbook()
    sheet: Any = made.active
    if title:
        sheet.append([title])
        sheet.append([])
    sheet.append(header)
    for cell in sheet[sheet.max_row]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="FFFF00")
    for n, line in enumerate(lines, sheet.max_row + 1):
        for at, value in enumerate(line, 1):
            sheet.cell(n, at).value = value
    return packed(made)


def packed(made: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def checked(kind: str, world: Any, content: bytes, login: str = "ani", name: str = "daftar.xlsx") -> Import:
    """Handed in by somebody and judged."""
    source = take_in(kind, world.regency, world.by(login).person, name, content)
    check(source)
    source.refresh_from_db()
    return source


def applied(kind: str, world: Any, content: bytes, by: Any) -> Import:
    source = checked(kind, world, content, by.person.username)
    apply(source, by)
    source.refresh_from_db()
    return source


def findings(source: Import) -> dict[str, str]:
    """Cell → causes and remedies, of what is wrong."""
    found: dict[str, str] = {}
    for one in (one for row in source.rows.all() for one in row.findings if not one["warning"]):
        found[one["cell"]] = f"{found.get(one['cell'], '')} {one['cause']} {one['remedy']}".strip()
    return found


def warnings(source: Import) -> dict[str, str]:
    return {one["cell"]: one["cause"] for row in source.rows.all() for one in row.findings if one["warning"]}
