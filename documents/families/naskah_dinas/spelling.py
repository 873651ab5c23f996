"""Dates as naskah dinas spell them out."""

from datetime import date

from workflows.core.wording import MONTHS, WEEKDAYS, long_date, words


def spelled_day(day: str) -> str:
    """`2024-09-02` → `Senin, tanggal dua, bulan September, tahun dua ribu dua puluh empat`; the weekday is computed."""
    when = date.fromisoformat(day)
    return (
        f"{WEEKDAYS[when.weekday()]}, tanggal {words(when.day)}, bulan {MONTHS[when.month - 1]}, "
        f"tahun {words(when.year)}"
    )


def weekday_and_date(day: str) -> str:
    """`2024-09-02` → `Senin, 2 September 2024`; the weekday is computed."""
    when = date.fromisoformat(day)
    return f"{WEEKDAYS[when.weekday()]}, {long_date(when)}"
