"""Keyset pages: a page begins after the last row seen, so page 900 costs as much as page 1 and nothing is skipped."""

from collections.abc import Sequence
from typing import Any

from django.core import signing
from django.db.models import Q, QuerySet

PAGE = 25


class NoSuchPlace(Exception):
    """A cursor that no list in this order has given."""


def page_after(
    rows: QuerySet, columns: Sequence[str], cursor: str | None, size: int = PAGE
) -> tuple[list[Any], str | None]:
    """One page of `rows` and the cursor of the next, None at the end.

    The last of `columns` is unique, `-` is for descending. The others may be null where they ascend; these rows come
    last. Raises `NoSuchPlace`.
    """
    wanted = rows if cursor is None else rows.filter(beyond(columns, _read(columns, cursor)))
    found = list(wanted.order_by(*columns)[: size + 1])
    return found[:size], _cursor(columns, found[size - 1]) if len(found) > size else None


def page_or_first(
    rows: QuerySet, columns: Sequence[str], cursor: str | None, size: int = PAGE
) -> tuple[list[Any], str | None]:
    """The same for people: a cursor that cannot be read begins anew."""
    try:
        return page_after(rows, columns, cursor or None, size)
    except NoSuchPlace:
        return page_after(rows, columns, None, size)


def beyond(columns: Sequence[str], values: Sequence[Any]) -> Q:
    """The rows that come after the one with these values."""
    (column, *others), (value, *rest) = columns, values
    name = column.lstrip("-")
    further = Q(**{f"{name}__{'lt' if column.startswith('-') else 'gt'}": value})
    if not others:
        return further
    after = beyond(others, rest)
    if value is None:
        return Q(**{f"{name}__isnull": True}) & after
    return further | (Q(**{name: value}) & after) | Q(**{f"{name}__isnull": True})


def _read(columns: Sequence[str], cursor: str) -> list[Any]:
    try:
        return signing.loads(cursor, salt=_salt(columns))
    except signing.BadSignature:
        raise NoSuchPlace from None


def _cursor(columns: Sequence[str], row: Any) -> str:
    return signing.dumps([_plain(_value(row, column)) for column in columns], salt=_salt(columns))


def _salt(columns: Sequence[str]) -> str:
    """So that the cursor of a list in another order is not taken for one of this."""
    return " ".join(["page", *columns])


def _value(row: Any, column: str) -> Any:
    for name in column.lstrip("-").split("__"):
        row = getattr(row, name)
    return row


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, int | str) else value.isoformat()
