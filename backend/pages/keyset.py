"""Pages that stay quick however long the list: the next one begins after the last row seen."""

import base64
import json
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

PAGE = 25


def page_after(rows: QuerySet, order: list[str], cursor: str | None, size: int = PAGE) -> tuple[list[Any], str | None]:
    """One page of `rows` and the cursor of the next, None at the end.

    `order` names columns that are never null and together unique, with `-` for descending. A cursor that cannot be
    read begins anew.
    """
    ordered = rows.order_by(*order)
    try:
        found = list(ordered.filter(_after(order, _read(cursor, len(order))))[: size + 1])
    except (ValidationError, ValueError, TypeError):  # of another list, or made up
        found = list(ordered[: size + 1])
    more = found[size - 1] if len(found) > size else None
    return found[:size], _write([getattr(more, name.lstrip("-")) for name in order]) if more else None


def _after(order: list[str], values: list[Any] | None) -> Q:
    if values is None:
        return Q()
    after, same = Q(pk__in=[]), Q()
    for name, value in zip(order, values, strict=True):
        column = name.lstrip("-")
        after |= same & Q(**{f"{column}__{'lt' if name.startswith('-') else 'gt'}": value})
        same &= Q(**{column: value})
    return after


def _write(values: list[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(values, default=str).encode()).decode()


def _read(cursor: str | None, length: int) -> list[Any] | None:
    """The values of a cursor, or None when it is not one of ours."""
    try:
        values = json.loads(base64.urlsafe_b64decode((cursor or "").encode()))
    except ValueError:
        return None
    return values if isinstance(values, list) and len(values) == length else None
