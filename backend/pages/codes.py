"""Codes of villages as people write them: dots forgiven, everything else named."""

import re

from django.utils.translation import gettext as _


def with_dots(code: str) -> str:
    """`1804042001` → `18.04.04.2001`; anything else as it is."""
    digits = code.replace(".", "")
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}.{digits[6:]}" if len(digits) == 10 else code


def why(code: str) -> str:
    if re.search(r"[^\d.]", code):
        return _("Kode %(code)s memuat huruf; tulis angka saja, misalnya 18.04.04.2001.") % {"code": code}
    return _("Kode %(code)s tidak dikenal sebagai desa/kelurahan.") % {"code": code}
