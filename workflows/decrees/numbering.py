"""Numbers as data: patterns, the year's turn, inserted numbers, and what a typed number must meet.

What a pattern can say as fixed text (classification, unit, prefix, abbreviation) is fixed text of the register.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Max, Q
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.core.wording import long_date, roman

TOKEN = re.compile(r"\{(?:(no|thn|bln|bln_romawi)(?::(\d))?|(sisip))\}")
INSERT = r"[ -]?[A-Z]{1,2}"


class Place(NamedTuple):
    """Where a number stands in its year: 17, then 17 A, then 18. `insert` is empty or one or two capital letters."""

    sequence: int
    insert: str = ""


def number_text(pattern: str, sequence: int, day: date) -> str:
    """`531 TAHUN 2024` from `{no} TAHUN {thn}`; `{no:3}` pads with zeros, `{bln_romawi}` is the month as a Roman numeral.

    A drawn number is never an inserted one: `{sisip}` stays empty. Raises `BadValues` for a pattern without `{no}`.
    """
    check_pattern(pattern)
    values = {"no": str(sequence)} | dated(day)
    return TOKEN.sub(lambda m: values[m[1]].zfill(int(m[2] or 0)) if m[1] else "", pattern)


def dated(day: date) -> dict[str, str]:
    return {"thn": str(day.year), "bln": f"{day.month:02d}", "bln_romawi": roman(day.month)}


def check_pattern(pattern: str) -> None:
    """Raises `BadValues` unless the pattern has `{no}` once, `{sisip}` right after it or not at all, and only known words."""
    words = [match[1] or match[3] for match in TOKEN.finditer(pattern)]
    inserts = re.findall(r"\{no(?::\d)?\}\{sisip\}", pattern)
    if words.count("no") != 1 or words.count("sisip") != len(inserts) or re.search(r"[{}]", TOKEN.sub("", pattern)):
        raise BadValues({"pattern": _("Pola nomor memuat {no} satu kali, boleh langsung diikuti {sisip}, dan selain itu "
                                      "hanya {thn}, {bln}, atau {bln_romawi}; yang lain ditulis apa adanya.")})  # fmt: skip


def place_in(pattern: str, text: str, day: date) -> Place:
    """Where a typed number stands. Raises `BadValues` when the text does not follow the pattern."""
    check_pattern(pattern)
    known = {name: re.escape(value) for name, value in dated(day).items()}
    parts, end = [], 0
    for match in TOKEN.finditer(pattern):
        parts.append(re.escape(pattern[end : match.start()]))
        parts.append(f"((?:{INSERT})?)" if match[3] else r"(\d{1,9})" if match[1] == "no" else known[match[1]])
        end = match.end()
    found = re.fullmatch("".join(parts) + re.escape(pattern[end:]), text.strip(), re.IGNORECASE)
    if not found:
        example = number_text(pattern, 1, day)
        raise BadValues({"number": _("Nomor tidak sesuai pola; contoh: %(example)s") % {"example": example}})
    return Place(int(found[1]), "".join(found.groups()[1:]).strip(" -").upper())


def next_in(series, day: date, drawn: Iterable[dict[str, Any]] = ()) -> int:
    """The next number of an own register, under its lock; a new year begins at 1.

    A day of an earlier year (paper inked in December, recorded in January) goes on in that year. `drawn` are the rows of
    numbers that the same act has drawn already.
    """
    mine = [row["sequence"] for row in drawn if (row["series"], row["year"]) == (series.pk, day.year)]
    return 1 + max([last_of(series, day.year), *mine])


def last_of(series, year: int) -> int:
    """The last number of a year. Raises `BadValues` for an earlier year of which the register gave none."""
    if year >= series.year:
        return series.last if year == series.year else 0
    last = series.numbers.filter(year=year).aggregate(last=Max("sequence"))["last"]
    if last is None:
        words = _("Register ini tidak mengenal nomor tahun %(year)s; catat sebagai keputusan lama dengan nomor pada kertasnya.")
        raise BadValues({"inked_on": words % {"year": year}})
    return last


def counted_up(series, numbers: Iterable[dict[str, Any]]) -> dict[str, int] | None:
    """Where an own register stands once these of its numbers are given; None where an earlier year got one.

    `first` is the first number that the register ever gave: from it on every number has a row.
    """
    year, last = max((row["year"], row["sequence"]) for row in numbers)
    if (year, last) <= (series.year, series.last):
        return None
    first = min(row["sequence"] for row in numbers) if series.first is None else series.first
    return {"series": series.pk, "year": year, "last": last, "first": first}


def check_free(series, place: Place, text: str, day: date) -> None:
    """Raises `BadValues` for a number that the year's book has already."""
    taken = series.numbers.filter(Q(sequence=place.sequence, insert=place.insert) | Q(text=text), year=day.year)
    if taken.exclude(state="released").exists():
        raise BadValues({"number": _("Nomor ini sudah dipakai dalam buku tahun %(year)s.") % {"year": day.year}})


def out_of_order(series, place: Place, day: date) -> str:
    """Which number of the year speaks against this one, in words: numbers and dates go up together. Empty if none does."""
    others = series.numbers.filter(year=day.year, sequence__isnull=False).exclude(state="released")
    same = Q(sequence=place.sequence)
    before = Q(sequence__lt=place.sequence) | same & Q(insert__lt=place.insert)
    after = Q(sequence__gt=place.sequence) | same & Q(insert__gt=place.insert)
    clash = others.filter(before & Q(date__gt=day) | after & Q(date__lt=day)).order_by("sequence", "insert").first()
    if clash is None:
        return ""
    words = _("Urutan nomor dan tanggal tidak cocok: nomor %(number)s bertanggal %(date)s.")
    return words % {"number": clash.text, "date": long_date(clash.date)}
