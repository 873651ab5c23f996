"""The numbers of letters: drawn from the office's register of their class, or typed from its book."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.errors import BadValues
from workflows.decrees.issuing import draw, row_from_book
from workflows.decrees.states import SeriesMode


def numbers_of(deed, letters: list) -> dict[str, Any]:
    """What numbering adds to the prepared values, and under `texts` the number of each letter, "" for a kind without.

    A copy bears its decree's. Raises `BadValues` naming `number` where the register wants one typed, or does not.
    """
    prepared: dict[str, Any] = {"numbers": [], "counters": [], "texts": {}}
    registers = registers_of(letters)
    for letter in letters:
        prepared["texts"][letter.pk] = text_of(deed, letter, registers, prepared)
    return prepared


def registers_of(letters: list) -> dict[tuple[int, str], Any]:
    found = all_of("decrees.Series").filter(office__in={letter.office_id for letter in letters})
    return {(series.office_id, series.doc_class): series for series in found}


def text_of(deed, letter, registers: dict[tuple[int, str], Any], prepared: dict[str, Any]) -> str:
    if letter.is_copy:
        return letter.concerns.decree.issue["number"]
    if not letter.doc_class:
        return ""
    series, typed = registers[letter.office_id, letter.doc_class], deed.values.get("number")
    check_typed(series, typed, len(deed.subjects))
    if series.mode == SeriesMode.OWN:
        return draw(prepared, deed, letter, series, deed.on)
    prepared["numbers"].append(row_from_book(deed, letter, series, deed.on))
    return prepared["numbers"][-1]["text"]


def check_typed(series, typed: str | None, letters: int) -> None:
    if series.mode == SeriesMode.OWN:
        wrong = _("Surat ini bernomor dari register Siklus; kosongkan nomornya.") if typed else ""
    elif letters > 1:
        wrong = _("Nomor dari buku diketik untuk satu surat sekali tindakan.")
    else:
        wrong = "" if (typed or "").strip() else _("Ketik nomor surat dari buku agenda kantor.")
    if wrong:
        raise BadValues({"number": wrong})
