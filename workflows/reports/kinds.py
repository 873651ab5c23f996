"""The kinds of figures, and why something cannot be one. Figures are of the village, never of a person."""

import re
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from workflows.organisation.models import Kind

from .definition import Field

MOST = 9_999_999
LONGEST = 500
OF_A_PERSON = re.compile(r"(\d[ .-]?){16}")
"""A NIK, or a number of a family card: sixteen digits, however they are grouped."""


def why_no_count(_field: Field, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST:
        return _("Isi bilangan bulat, 0 sampai %(most)d.") % {"most": MOST}
    return ""


def why_no_flag(_field: Field, value: Any) -> str:
    return "" if isinstance(value, bool) else _("Jawab ya atau tidak.")


def why_no_choice(field: Field, value: Any) -> str:
    if isinstance(value, str) and value in (field.choices or {}):
        return ""
    if isinstance(value, str) and (words := why_withheld(field, [value])):
        return words
    return _("Pilih salah satu: %(choices)s.") % {"choices": named(field)}


def why_no_choices(field: Field, value: Any) -> str:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        return _("Isi sebuah daftar pilihan.")
    if len(set(value)) < len(value):
        return _("Setiap pilihan hanya disebut sekali.")
    if strange := [one for one in value if one not in (field.choices or {})]:
        return why_withheld(field, strange) or why_no_entries(field, strange)
    return ""


def why_withheld(field: Field, strange: list[str]) -> str:
    """What only other villages have is none of the further entries either, by whichever of its names."""
    written = {one.strip().casefold() for one in strange}
    found = [(key, label) for key, label in field.withheld.items() if {key, label.casefold()} & written]
    if not found:
        return ""
    kinds = dict.fromkeys(str(Kind(kind).label) for key, _label in found for kind in field.only_for[key])
    words = _("%(strange)s hanya ada di %(kinds)s; pilih: %(choices)s.")
    return words % {"strange": ", ".join(label for _key, label in found), "kinds": ", ".join(kinds), "choices": named(field)}


def why_no_entries(field: Field, strange: list[str]) -> str:
    """Of a list that may hold more than its choices, the others are short texts."""
    if field.open:
        return next((words for one in strange if (words := why_no_text(field, one))), "")
    return _("%(strange)s tidak ada dalam pilihan: %(choices)s.") % {"strange": ", ".join(strange), "choices": named(field)}


def why_no_text(_field: Field, value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        return _("Isi teks, paling panjang %(n)d huruf.") % {"n": LONGEST}
    if OF_A_PERSON.search(value):
        return _("Jangan menulis NIK atau nomor KK; laporan hanya memuat data gabungan.")
    return ""


def named(field: Field) -> str:
    return ", ".join((field.choices or {}).values())


KINDS: dict[str, Callable[[Field, Any], str]] = {
    "count": why_no_count,
    "flag": why_no_flag,
    "choice": why_no_choice,
    "choices": why_no_choices,
    "text": why_no_text,
}
"""Kind of a field → the words for a value that it cannot have; empty where it can."""
