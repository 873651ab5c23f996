"""Bad input gets a clear answer: each field with what is wrong and what to do."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

LONGEST_NOTE = 1000
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""Days that anything here may be of; beyond them calendars end."""


def answers(field: str, given: Any, questions: dict[str, Any]) -> dict[str, Any]:
    """`{"commitment": {"met": true, "note": "…"}}`, checked against the questions asked.

    Raises `BadValues` naming `field.question`.
    """
    if not isinstance(given, dict):
        raise BadValues({field: _("Isi berupa daftar jawaban per butir.")})
    wrong = {f"{field}.{name}": words for name, answer in given.items() if (words := wrong_with(name, answer, questions))}
    if wrong:
        raise BadValues(wrong)
    return {name: {"met": answer["met"], "note": answer.get("note", "").strip()} for name, answer in given.items()}


def wrong_with(name: str, answer: Any, questions: dict[str, Any]) -> str:
    """What is wrong with one answer; empty when nothing is."""
    if name not in questions:
        return _("Butir ini tidak dikenal; pilih salah satu dari: %(names)s.") % {"names": ", ".join(questions)}
    if not isinstance(answer, dict) or not isinstance(answer.get("met"), bool) or set(answer) - {"met", "note"}:
        return _("Jawab ya atau tidak (met), dan boleh disertai keterangan (note).")
    if not isinstance(answer.get("note", ""), str) or len(answer.get("note", "")) > LONGEST_NOTE:
        return _("Keterangan berupa teks paling panjang %(n)d huruf.") % {"n": LONGEST_NOTE}
    return ""


def day(field: str, given: Any) -> date:
    """A date, or one written as 2024-05-06. Raises `BadValues`."""
    try:
        found = given if isinstance(given, date) else date.fromisoformat(given)
    except (TypeError, ValueError) as error:
        raise BadValues({field: _("Tulis tanggal sebagai TTTT-BB-HH, misalnya 2024-05-06.")}) from error
    if not FIRST <= found <= LAST:
        raise BadValues({field: _("Tahun %(year)d tidak mungkin; periksa tanggalnya.") % {"year": found.year}})
    return found


def text(field: str, given: Any, longest: int) -> str:
    """A text without blanks around it. Raises `BadValues` when it is none, too long, or has what no database keeps (NUL)."""
    if not isinstance(given, str) or len(given) > longest or "\x00" in given:
        raise BadValues({field: _("Isi berupa teks paling panjang %(n)d huruf.") % {"n": longest}})
    return given.strip()
