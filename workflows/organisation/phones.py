"""Telephone numbers as people write them: 0812…, 62812… and +62 812-… are one number."""

import re

from django.db.models import F, Func, Value
from django.db.models.expressions import Combinable

MOBILE = re.compile(r"8\d{7,11}")
"""A mobile number without the country's 62 or the 0 before it."""


def subscriber(given: str) -> str:
    """The number without separators, country code and zero; empty if it is no mobile number."""
    bare = re.sub(r"^(62|0)", "", re.sub(r"\D", "", given))
    return bare if MOBILE.fullmatch(bare) and re.fullmatch(r"[\d\s()+.-]+", given) else ""


def international(given: str) -> str:
    """As a link to WhatsApp has it: `62812…`; empty if it is no mobile number."""
    return f"62{number}" if (number := subscriber(given)) else ""


def subscriber_of(field: str) -> Combinable:
    """The same of a column."""
    digits = Func(F(field), Value(r"\D"), Value(""), Value("g"), function="regexp_replace")
    return Func(digits, Value("^(62|0)"), Value(""), function="regexp_replace")
