"""What an instrument calls its classes."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def of(called: Mapping[str, str], key: str) -> str:
    """The name behind a key; the key itself, of an instrument that knows other classes."""
    return called.get(key, key)
