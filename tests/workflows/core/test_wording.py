"""Numbers, dates and ordinals as official text writes them."""

from datetime import date

import pytest

from workflows.core.wording import diktum, long_date, number_in_words, roman, words


@pytest.mark.parametrize(
    ("number", "spelled"),
    [(0, "nol"), (1, "satu"), (11, "sebelas"), (100, "seratus"), (123, "seratus dua puluh tiga"), (1000, "seribu"),
     (2024, "dua ribu dua puluh empat")],
)  # fmt: skip
def test_numbers_are_spelled(number: int, spelled: str) -> None:
    assert words(number) == spelled
    assert number_in_words(number) == f"{number} ({spelled})"


@pytest.mark.parametrize(
    ("order", "name"),
    [(1, "KESATU"), (2, "KEDUA"), (6, "KEENAM"), (9, "KESEMBILAN"), (10, "KESEPULUH"), (11, "KESEBELAS"),
     (12, "KEDUA BELAS")],
)  # fmt: skip
def test_clauses_have_ordinal_names(order: int, name: str) -> None:
    assert diktum(order) == name


@pytest.mark.parametrize(("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (2024, "MMXXIV")])
def test_roman_numerals(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_a_date_has_no_leading_zero() -> None:
    assert long_date(date(2024, 5, 6)) == "6 Mei 2024"


@pytest.mark.parametrize(("spell", "number"), [(words, -1), (roman, 0), (roman, 4000), (diktum, 0)])
def test_numbers_out_of_range_are_refused(spell: object, number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        spell(number)  # type: ignore[operator]
