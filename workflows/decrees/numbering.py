"""Numbers as data: patterns, the year's turn, and what a typed number must meet."""

import re
from datetime import date

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.core.wording import roman

TOKEN = re.compile(r"\{(no|thn|bln|bln_romawi)(?::(\d))?\}")


def number_text(pattern: str, sequence: int, day: date) -> str:
    """`531 TAHUN 2024` from `{no} TAHUN {thn}`; `{no:3}` pads with zeros, `{bln_romawi}` is the month as a Roman numeral.

    Raises `BadValues` for a pattern without `{no}`.
    """
    check_pattern(pattern)
    values = {"no": sequence, "thn": day.year, "bln": f"{day.month:02d}", "bln_romawi": roman(day.month)}
    return TOKEN.sub(lambda m: str(values[m[1]]).zfill(int(m[2] or 0)), pattern)


def check_pattern(pattern: str) -> None:
    if "{no" not in pattern or re.search(r"[{}]", TOKEN.sub("", pattern)):
        raise BadValues({"pattern": _("Pola nomor memuat {no} dan hanya {thn}, {bln} atau {bln_romawi} selain itu.")})


def sequence_in(pattern: str, text: str, day: date) -> int:
    """The running number in a typed number. Raises `BadValues` when the text does not follow the pattern."""
    check_pattern(pattern)
    values = {"thn": str(day.year), "bln": f"{day.month:02d}", "bln_romawi": roman(day.month)}
    parts, end = [], 0
    for match in TOKEN.finditer(pattern):
        parts.append(re.escape(pattern[end : match.start()]))
        parts.append(r"(\d+)" if match[1] == "no" else re.escape(values[match[1]]))
        end = match.end()
    found = re.fullmatch("".join(parts) + re.escape(pattern[end:]), text.strip(), re.IGNORECASE)
    if not found:
        example = number_text(pattern, 1, day)
        raise BadValues({"number": _("Nomor tidak sesuai pola; contoh: %(example)s") % {"example": example}})
    return int(found[1])


def next_in(series, day: date) -> int:
    """The next number of an own register, under its lock; a new year begins at 1."""
    return series.last + 1 if series.year == day.year else 1


def check_order(series, sequence: int, day: date) -> None:
    """Numbers and dates of one register and year go up together; doubles are refused. Raises `BadValues`."""
    others = series.numbers.filter(year=day.year, sequence__isnull=False)
    if others.filter(sequence=sequence).exclude(state="released").exists():
        raise BadValues({"number": _("Nomor ini sudah dipakai dalam buku tahun %(year)s.") % {"year": day.year}})
    before = others.filter(sequence__lt=sequence, date__gt=day).order_by("sequence").first()
    after = others.filter(sequence__gt=sequence, date__lt=day).order_by("sequence").first()
    if clash := before or after:
        words = _("Urutan nomor dan tanggal tidak cocok: nomor %(number)s bertanggal %(date)s.")
        raise BadValues({"number": words % {"number": clash.text, "date": clash.date.strftime("%d-%m-%Y")}})
