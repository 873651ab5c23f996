"""Ids as forms and addresses send them."""

from collections.abc import Iterable

LONGEST = 18
"""Digits that any id of the database may have."""


def ids_in(given: Iterable[str]) -> list[int]:
    """The whole numbers among what was sent; anything else can name no row."""
    return [int(text) for text in given if text.isascii() and text.isdecimal() and len(text) <= LONGEST]
