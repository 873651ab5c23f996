"""How official Indonesian text writes numbers, dates and ordinals. Pure functions, no settings, no database."""

from datetime import date

from num2words import num2words

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def words(number: int) -> str:
    """A whole number ≥ 0 spelled out: 136 → `seratus tiga puluh enam`."""
    if number < 0:
        raise ValueError(f"only whole numbers from 0 are spelled out, not {number}")
    return num2words(number, lang="id")


def number_in_words(number: int) -> str:
    """Figure and words, as a decree writes counts: `136 (seratus tiga puluh enam)`."""
    return f"{number} ({words(number)})"


def long_date(day: date) -> str:
    """`6 Mei 2024`: no leading zero, the month's Indonesian name."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """`Selasa, 24 Nov`, for a day that is near."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1][:3]}"


def roman(number: int) -> str:
    """1 → `I`, 14 → `XIV`; 1 to 3999."""
    if not 0 < number < 4000:
        raise ValueError(f"Roman numerals here run from 1 to 3999, not {number}")
    text = ""
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def diktum(order: int) -> str:
    """The name of a decree's clause by its order from 1: `KESATU`, `KEDUA`, …, `KESEBELAS`, `KEDUA BELAS`."""
    if order < 1:
        raise ValueError(f"clauses are counted from 1, not {order}")
    return f"KE{words(order)}".upper()
