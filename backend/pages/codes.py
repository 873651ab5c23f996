"""Villages by their codes, as people paste them: dots, blanks, commas and doubles forgiven, everything else named."""

import re
from datetime import date

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Region, RegionCode

SEPARATORS = re.compile(r"[\s,;]+")
CODE = re.compile(r"[0-9.]+")


def regions_of(pasted: str, on: date) -> list[Region]:
    """The regions with these codes on a day, in their order. Raises `BadValues` naming each code that is none."""
    given = list(dict.fromkeys(code for code in SEPARATORS.split(pasted.strip()) if code))
    dotted = {code: with_dots(code) for code in given}
    known = {
        row.code: row.region
        for row in RegionCode.objects.in_force(on)
        .filter(code__in=[code for code in dotted.values() if CODE.fullmatch(code)])
        .select_related("region")
    }
    wrong = {f"codes.{n}": why(code) for n, code in enumerate(given, 1) if dotted[code] not in known}
    if wrong:
        raise BadValues(wrong)
    return [known[dotted[code]] for code in given]


def with_dots(code: str) -> str:
    """`1804042001` → `18.04.04.2001`; anything else as it is."""
    digits = code.replace(".", "")
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}.{digits[6:]}" if len(digits) == 10 else code


def why(code: str) -> str:
    if re.search(r"[^\d.]", code):
        return _("Kode %(code)s memuat huruf; tulis angka saja, misalnya 18.04.04.2001.") % {"code": code}
    return _("Kode %(code)s tidak dikenal sebagai desa/kelurahan.") % {"code": code}
