"""Tables as Excel workbooks: read with openpyxl, written with XlsxWriter. A number stays a number, a code stays text."""

import csv
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter
from django.http import FileResponse
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from workflows.core.errors import BadValues

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_BYTES, MOST_UNPACKED = 5_000_000, 60_000_000
MOST_ROWS, MOST_COLUMNS = 5000, 40
Table = list[list[str]]


def as_workbook(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[int]) -> FileResponse:
    """A download called `name.xlsx`, its header repeated on every printed page. Text that looks like a formula stays text."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet, bold = book.add_worksheet(name[:31]), book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        sheet.write_row(0, 0, header, bold)
        for n, row in enumerate(rows, 1):
            sheet.write_row(n, 0, row)
        for n, width in enumerate(widths):
            sheet.set_column(n, n, width)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
    out.seek(0)
    return FileResponse(out, as_attachment=True, content_type=EXCEL, filename=f"{name}.xlsx")


def read_table(content: bytes, field: str = "file") -> Table:
    """The rows of the first sheet of a workbook, or of a CSV file, as text. Raises `BadValues` naming `field`."""
    if len(content) > MOST_BYTES:
        n = MOST_BYTES // 1_000_000
        raise BadValues({field: _("Berkas lebih besar dari %(n)d MB; hapus lembar dan gambar yang tidak perlu.") % {"n": n}})
    table = of_excel(content, field) if content.startswith(b"PK") else of_csv(content, field)
    if len(table) > MOST_ROWS:
        raise BadValues({field: _("Berkas berisi lebih dari %(n)d baris; bagi menjadi beberapa.") % {"n": MOST_ROWS}})
    return table


def of_excel(content: bytes, field: str) -> Table:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise BadValues({field: _("Berkas Excel ini terlalu besar untuk dibuka; salin daftarnya ke berkas baru.")})
        sheet = load_workbook(BytesIO(content), read_only=True, data_only=True).worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
        return [[cell_text(cell) for cell in row] for row in rows if any(cell is not None for cell in row)]
    except BadValues:
        raise
    except Exception as broken:  # openpyxl raises whatever its XML meets
        raise BadValues({field: _("Berkas Excel ini tidak dapat dibaca; simpan lagi sebagai .xlsx atau .csv.")}) from broken


def of_csv(content: bytes, field: str) -> Table:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise BadValues({field: _("Unggah berkas Excel (.xlsx) atau CSV; berkas ini bukan salah satunya.")})
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    return [[cell.strip() for cell in row] for row in csv.reader(StringIO(text), delimiter=separator) if any(row)]


def cell_text(cell: Any) -> str:
    """A number that a spreadsheet made of a code is a code again: 1804042001.0 → `1804042001`."""
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
