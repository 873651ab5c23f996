"""A table that anybody may fill and a spreadsheet opens: nothing in it is ever computed."""

import pytest

from backend.spreadsheet import as_csv, harmless


@pytest.mark.parametrize("cell", ["=1+1", "+62812", "-5", "@SUM(A1)", "\tx", "\rx", " =1", "\n=1", "=cmd|' /C calc'!A0"])
def test_a_formula_becomes_text(cell):
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize(("cell", "text"), [(None, ""), (3, "3"), ("17 A TAHUN 2024", "17 A TAHUN 2024"), ("a=b", "a=b")])
def test_anything_else_stays(cell, text):
    assert harmless(cell) == text


def test_signs_of_the_format_are_quoted():
    lines = b"".join(as_csv("x", ["a", "b"], [['satu;dua "tiga"', "empat\nlima"]]).streaming_content).decode("utf-8-sig")
    assert lines == 'a;b\r\n"satu;dua ""tiga""";"empat\nlima"\r\n'
