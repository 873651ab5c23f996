"""Tables as Excel workbooks: read as `administration.imports` does, written with XlsxWriter. Numbers and days stay such."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse

from backend.administration.imports.workbooks import read, text_of

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DAY, SHARE = "dd/mm/yyyy", "0.0%"
"""As Indonesians write them: Excel itself puts the comma where its reader has one."""
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "default_date_format": DAY}
Table = dict[int, list[str]]
"""The lines by their numbers; empty ones are left out."""


def as_workbook(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[int]) -> FileResponse:
    """A download called `name.xlsx`, its header repeated on every printed page. Text that looks like a formula stays text.

    A float is a share from 0 to 1, shown as a percentage.
    """
    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        sheet, bold = book.add_worksheet(name[:31]), book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        share = book.add_format({"num_format": SHARE})
        sheet.write_row(0, 0, header, bold)
        for n, row in enumerate(rows, 1):
            for at, cell in enumerate(row):
                sheet.write(n, at, cell, share if isinstance(cell, float) else None)
        for n, width in enumerate(widths):
            sheet.set_column(n, n, width)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
    out.seek(0)
    return FileResponse(out, as_attachment=True, content_type=EXCEL, filename=f"{name}.xlsx")


def table_of(upload: UploadedFile) -> Table:
    """The lines of the first sheet of a workbook, or of a CSV file, as text. Raises `BadValues` naming `file`."""
    first = read(upload.name or "", upload.read())[0]
    return {number: [text_of(cell) for cell in line] for number, line in first.lines.items()}
