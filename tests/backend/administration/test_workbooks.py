"""Whatever is called a workbook: read, or refused with what to do; never run, never unpacked into the memory."""

import io
import zipfile

import openpyxl
import pytest

from backend.administration.imports.workbooks import LARGEST, read
from tests.backend.administration.books import book, packed
from workflows.core.errors import BadValues


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


BOMB = archive(xl__workbook_dot_xml=b"<x/>", xl__big_dot_xml=b"0" * (61 * 1024 * 1024))
MACRO = archive(xl__workbook_dot_xml=b"<x/>", xl__vbaProject_dot_bin=b"x")
LAUGHS = archive(xl__workbook_dot_xml=b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><x>&lol;</x>')


@pytest.mark.parametrize(("name", "content", "words"), [
    ("a.xls", b"\xd0\xcf\x11\xe0 rest", "Excel lama"), ("a.ods", archive(content_dot_xml=b"x"), "Simpan sebagai"),
    ("a.pdf", b"%PDF-1.4", "Simpan sebagai"), ("a.xlsx", BOMB, "terlalu besar"), ("a.xlsm", MACRO, "makro"),
    ("a.xlsx", LAUGHS, "deklarasi XML"), ("a.xlsx", b"PK\x03\x04 broken", "rusak"), ("a.xlsx", b"x" * (LARGEST + 1), "lebih besar"),
    ("a.xlsx", archive(xl__workbook_dot_xml=b"<x/>"), "rusak"),
], ids=["old", "ods", "pdf", "bomb", "macro", "laughs", "broken", "large", "no-workbook"])  # fmt: skip
def test_what_is_no_plain_workbook_is_refused_in_words(name, content, words):
    with pytest.raises(BadValues, match=words):
        read(name, content)


def test_formulas_are_text_and_nothing_is_computed():
    [page] = read("a.xlsx", book(["=1+1", "=HYPERLINK(\"x\")"]))
    assert page.lines[2][:2] == ["=1+1", '=HYPERLINK("x")']


def test_blank_rows_with_a_format_as_libreoffice_leaves_them_are_counted_between_and_not_after():
    made = openpyxl.load_workbook(io.BytesIO(book(["a"], [], ["b"])))
    for line in range(5, 3000):
        made.active.cell(line, 1).number_format = "0.00"
        made.active.cell(line, 2).value = "  "
    [page] = read("a.xlsx", packed(made))
    assert list(page.lines) == [1, 2, 4]
    assert page.blank == [3]


def test_old_encodings_of_csv_are_read():
    [page] = read("a.csv", "Kode;Nama\n1;Café\n".encode("cp1252"))
    assert page.lines[2] == ["1", "Café"]
