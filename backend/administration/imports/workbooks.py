"""Reading what an office calls a list, without running, unpacking or believing more of it than its cells."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

LARGEST = 10 * 1024 * 1024
"""Bytes of a workbook as it comes."""
LARGEST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 1000
MOST_LINES = 20_000
LAST_LINE = 100_000
"""A sheet that somebody formatted down to its end is not read to its end."""
MOST_COLUMNS = 60
INSTRUCTIONS = "Petunjuk"
EXAMPLE = "CONTOH –"
"""A row with a cell that begins so is the template's example."""
DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


@dataclass
class Page:
    """One sheet: its lines that say something, by their number, and the numbers of the blank ones between them."""

    title: str
    lines: dict[int, list[Any]] = field(default_factory=dict)
    blank: list[int] = field(default_factory=list)


def read(name: str, content: bytes) -> list[Page]:
    """The sheets of a workbook or CSV file. Raises `BadValues` naming `file`, in words that say how to save it anew."""
    if len(content) > LARGEST:
        raise unfit(_("Berkas lebih besar dari %(n)d MB. Bagi menjadi beberapa berkas.") % {"n": LARGEST // 1024**2})
    ending = name.rpartition(".")[2].lower()
    if content.startswith(b"PK"):
        return read_workbook(content, ending)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise unfit(_("Ini buku kerja Excel lama (.xls) atau terkunci kata sandi. Buka di Excel, hapus kata sandinya, lalu "
                      "simpan sebagai “Buku Kerja Excel (.xlsx)”."))  # fmt: skip
    if ending in ("csv", "txt"):
        return [page_of("CSV", enumerate(csv_lines(content), 1))]
    raise unfit(resave(ending))


def unfit(words: str) -> BadValues:
    return BadValues({"file": words})


def resave(ending: str) -> str:
    words = _("Jenis berkas .%(ending)s tidak dapat dibaca. Buka di Excel atau LibreOffice, pilih Simpan sebagai, lalu "
              "“Excel (.xlsx)” atau “CSV”.")  # fmt: skip
    return words % {"ending": ending[:10]}


def read_workbook(content: bytes, ending: str) -> list[Page]:
    check_package(content, ending)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        pages = [page_of(sheet.title, lines_of(sheet)) for sheet in book.worksheets if sheet.title != INSTRUCTIONS]
        book.close()
    except BadValues:
        raise
    except Exception as error:  # openpyxl raises whatever a broken part makes it stumble upon
        raise unfit(_("Buku kerja ini rusak. Buka di Excel, simpan ulang sebagai .xlsx, lalu unggah lagi.")) from error
    return pages


def check_package(content: bytes, ending: str) -> None:
    """Raises `BadValues` for bombs, macros, and packages that are no Excel workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            if len(names) > MOST_PARTS or sum(info.file_size for info in package.infolist()) > LARGEST_UNPACKED:
                raise unfit(_("Isi buku kerja ini terlalu besar. Hapus gambar dan lembar lain, simpan ulang, lalu unggah lagi."))
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise unfit(_("Buku kerja ini berisi makro. Simpan sebagai “Buku Kerja Excel (.xlsx)” tanpa makro."))
            if "xl/workbook.xml" not in names:
                raise unfit(resave(ending))
            if any(declares(package, name) for name in names if name.endswith((".xml", ".rels"))):
                raise unfit(_("Buku kerja ini memuat deklarasi XML yang tidak diterima. Simpan ulang sebagai .xlsx."))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise unfit(_("Buku kerja ini rusak atau terkunci. Buka di Excel, simpan ulang sebagai .xlsx.")) from error


def declares(package: zipfile.ZipFile, name: str) -> bool:
    """Whether an XML part declares entities, which no workbook needs and some bombs are made of."""
    with package.open(name) as part:
        start = part.read(4096)
    return any(word in start.replace(b"\0", b"") for word in DECLARATIONS)


def lines_of(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """Formulas come as their text: nothing is computed, and nothing that was computed is believed."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=LAST_LINE, max_col=MOST_COLUMNS, values_only=True)
    yield from ((number, list(row)) for number, row in enumerate(rows, 1))


def csv_lines(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") >= first.count(",") else ",")
    except csv.Error as error:
        raise unfit(_("CSV ini rusak. Buka di Excel, lalu simpan sebagai .xlsx.")) from error


def page_of(title: str, lines: Iterable[tuple[int, list[Any]]]) -> Page:
    """Raises `BadValues` for more lines than we take."""
    page, blank = Page(title), list[int]()
    for number, values in lines:
        if all(is_blank(value) for value in values):
            blank.append(number)
            continue
        if any(text_of(value).startswith(EXAMPLE) for value in values):
            continue
        page.lines[number] = [*values[:MOST_COLUMNS]]
        page.blank, blank = page.blank + blank, []
        if len(page.lines) > MOST_LINES:
            raise unfit(_("Lembar “%(sheet)s” berisi lebih dari %(n)d baris. Bagi menjadi beberapa berkas.")
                        % {"sheet": title, "n": MOST_LINES})  # fmt: skip
    return page


def is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def text_of(value: Any) -> str:
    """A cell as people read it: no blanks around it, whole numbers without a fraction, days as 2024-05-06."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).replace("\0", "").split())
