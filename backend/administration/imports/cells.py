"""What stands in a cell, understood as people write it; else `Wrong` says why, and what to type instead."""

import re
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.wording import MONTHS
from workflows.organisation.models.person import NIP
from workflows.organisation.phones import subscriber

from .workbooks import text_of

LOOKALIKES = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "S": "5", "B": "8"})
EXACT_DIGITS = 15
"""A spreadsheet keeps no more digits of a number; the others become 0."""


class Wrong(ValueError):
    """A cell that cannot be taken: `cause` says why, `remedy` what to type."""

    def __init__(self, cause: str, remedy: str):
        self.cause, self.remedy = cause, remedy
        super().__init__(f"{cause} {remedy}")


def text(value: Any, longest: int = 150) -> str:
    given = text_of(value)
    if given.startswith("="):
        raise Wrong(_("Sel ini berisi rumus."), _("Salin, lalu tempel sebagai nilai."))
    if len(given) > longest:
        raise Wrong(_("Isi lebih dari %(n)d huruf.") % {"n": longest}, _("Ringkas isinya."))
    return given


def code(value: Any) -> str:
    """The code of a village with dots: from 18.04.04.2002, 1804042002 or 18 04 04 2002."""
    given = text(value)
    digits = re.sub(r"[.\s-]", "", given)
    if re.fullmatch(r"\d{10}", digits):
        return dotted(digits)
    mended = digits.translate(LOOKALIKES)
    if re.fullmatch(r"\d{10}", mended):
        raise Wrong(_("Kode %(code)s memuat huruf.") % {"code": given}, _("Tulis %(code)s.") % {"code": dotted(mended)})
    raise Wrong(_("Kode “%(code)s” bukan sepuluh angka.") % {"code": given}, _("Tulis seperti 18.04.04.2002."))


def dotted(digits: str) -> str:
    """`1804042002` → `18.04.04.2002`; also for the shorter codes above a village's."""
    parts = [digits[:2], digits[2:4], digits[4:6], digits[6:]]
    return ".".join(part for part in parts if part)


def region_code(value: Any) -> str:
    """The code of any region inside a province: 18.04, 18.04.04 or 18.04.04.2002."""
    digits = re.sub(r"[.\s-]", "", text(value))
    if re.fullmatch(r"\d{4}|\d{6}|\d{10}", digits):
        return dotted(digits)
    raise Wrong(_("Kode “%(code)s” bukan kode wilayah.") % {"code": text_of(value)},
                _("Tulis kode kecamatan (18.04.04) atau desa (18.04.04.2002); kosongkan untuk kantor kabupaten/kota."))  # fmt: skip


def phone(value: Any) -> str:
    """A mobile number as people dial it here, 08…; from +62 8…, 62 8… and what a spreadsheet made of it (8…)."""
    given = text(value)
    if not given or (number := subscriber(given)):
        return f"0{number}" if given else ""
    raise Wrong(_("Nomor HP “%(phone)s” tidak dikenali.") % {"phone": given}, _("Tulis seperti 0812 3456 7890."))


def nip(value: Any) -> str:
    """A civil servant's 18 digits; the days in it must be days."""
    given = text_of(value)
    digits = re.sub(r"[\s.'-]", "", given)
    if not digits:
        return ""
    if isinstance(value, int | float) and len(digits) > EXACT_DIGITS:
        raise Wrong(_("NIP disimpan sebagai angka, sehingga angka terakhirnya dibulatkan Excel."),
                    _("Ubah format kolom menjadi Teks, lalu ketik ulang 18 angka NIP."))  # fmt: skip
    if not re.fullmatch(NIP, digits) or not dates_of_nip(digits):
        raise Wrong(_("NIP “%(nip)s” tidak sah.") % {"nip": given}, _("Tulis 18 angka, misalnya 19800412 200501 1 003."))
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def dates_of_nip(digits: str) -> bool:
    """Born on a day, appointed in a month; 21 and more as the month stands for a contract (PPPK, UNVERIFIED)."""
    try:
        datetime.strptime(digits[:8], "%Y%m%d")
    except ValueError:
        return False
    return digits[14] in "12" and 1 <= int(digits[12:14]) <= 32


def day(value: Any) -> date | None:
    """A day: a spreadsheet's own, 2024-05-06, 6/5/2024, 6-5-2024 or 6 Mei 2024. None for an empty cell."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    given = text(value)
    if not given:
        return None
    words = given.lower().split()
    if len(words) == 3 and words[1] in MONTHS_BY_NAME:
        given = f"{words[0]}-{MONTHS_BY_NAME[words[1]]}-{words[2]}"
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(re.sub(r"[/.]", "-", given), form).date()
        except ValueError:
            continue
    raise Wrong(_("Tanggal “%(day)s” tidak dikenali.") % {"day": given}, _("Tulis seperti 06/05/2024 atau 6 Mei 2024."))


MONTHS_BY_NAME = {str(name).lower(): number for number, name in enumerate(MONTHS, 1)}
