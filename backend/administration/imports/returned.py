"""The user's own workbook back, with a red column that says of each line what is wrong and what to type."""

import io
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from backend.administration.models import Import, Verdict
from backend.spreadsheet import harmless

from .headers import plain
from .workbooks import read, text_of

TITLE = "Kesalahan"
RED = Font(color="A61B1B", bold=True)
PALE = PatternFill("solid", fgColor="FDECEC")


def with_errors(source: Import) -> bytes:
    """The workbook as .xlsx, formatting kept; a CSV file becomes one. Cells that are wrong are marked."""
    book, sheet = opened(source)
    column = column_of_errors(sheet, source.header)
    write(sheet, source.header, column, TITLE)
    for row in source.rows.filter(verdict=Verdict.WRONG):
        said = [finding for finding in row.findings if not finding["warning"]]
        write(sheet, row.line, column, " ".join(f"{one['cell']}: {one['cause']} {one['remedy']}" for one in said))
        for one in said:
            sheet[one["cell"]].fill = PALE
    sheet.column_dimensions[get_column_letter(column)].width = 70
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def opened(source: Import) -> tuple[openpyxl.Workbook, Worksheet]:
    content = bytes(source.content)
    if content.startswith(b"PK"):
        book = openpyxl.load_workbook(io.BytesIO(content), keep_links=False)
        return book, book[source.sheet]
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for line, values in read(source.name, content)[0].lines.items():
        for n, value in enumerate(values, 1):
            sheet.cell(line, n).value = harmless(value)
    return book, sheet


def column_of_errors(sheet: Worksheet, header: int) -> int:
    """That of an earlier round, emptied; else the first one free on the header's line."""
    heads = [text_of(cell.value) for cell in sheet[header]]
    for n, head in enumerate(heads, 1):
        if plain(head) == plain(TITLE):
            for line in range(header, sheet.max_row + 1):
                sheet.cell(line, n).value = None
            return n
    return max((n for n, head in enumerate(heads, 1) if head), default=0) + 1


def write(sheet: Worksheet, line: int, column: int, words: str) -> None:
    cell = sheet.cell(line, column)
    cell.value, cell.data_type = words, "s"
    cell.font, cell.fill, cell.alignment = RED, PALE, Alignment(wrap_text=True, vertical="top")
