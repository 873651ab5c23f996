"""JSON that the database can keep; anything else is a clear 400."""

from math import isfinite
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError, ValidationError
from rest_framework.parsers import JSONParser

LARGEST = 2**63 - 1


class StorableJSONParser(JSONParser):
    """Refuses what JSON allows and PostgreSQL does not: NUL and half characters, numbers beyond 64 bits, deep nests."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        try:
            data = super().parse(stream, media_type, parser_context)
            check(data)
        except RecursionError as error:
            raise ParseError(_("Isi JSON bersarang terlalu dalam.")) from error
        if not isinstance(data, dict):
            raise ParseError(_("Isi berupa satu objek JSON."))
        return data


def check(value: Any, at: str = "") -> None:
    """Raises `ValidationError` naming the first place that cannot be stored."""
    if isinstance(value, dict):
        for name, item in value.items():
            check(name, at)
            check(item, f"{at}.{name}".lstrip("."))
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            check(item, f"{at}.{number}".lstrip("."))
    elif isinstance(value, str) and not storable(value):
        raise ValidationError({at or "body": _("Ada tanda yang tidak dapat disimpan; hapus lalu tulis ulang.")})
    elif isinstance(value, int | float) and not (isfinite(value) and -LARGEST <= value <= LARGEST):
        raise ValidationError({at or "body": _("Bilangan ini terlalu besar.")})


def storable(text: str) -> bool:
    """Whether PostgreSQL can keep the text: no NUL, no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in text
