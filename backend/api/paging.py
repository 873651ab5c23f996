"""Keyset pages: a page begins after the last row seen, so page 900 costs as much as page 1 and nothing is skipped."""

from typing import Any

from django.core import signing
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

COUNTED = 1000
SALT = "page"


class Keyset(BasePagination):
    """Pages of a view's rows in the order of its `keyset`: at most two columns, the last one unique, `-` descending.

    The first of two columns may be null; these rows come last. Counting stops at 1,000.
    """

    usual, most = 25, 100

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        self.url, self.columns = request.build_absolute_uri(), view.keyset
        limit = self._limit(request.query_params.get("limit"))
        self.count = queryset.order_by()[: COUNTED + 1].count()
        rows = list(self._after(queryset, request.query_params.get("after")).order_by(*self.columns)[: limit + 1])
        self.last = rows[limit - 1] if len(rows) > limit else None
        return rows[:limit]

    def _limit(self, given: str | None) -> int:
        if given is None:
            return self.usual
        if not given.isascii() or not given.isdigit() or not 1 <= int(given[:9]) <= self.most:
            raise ValidationError({"limit": _("Tulis bilangan dari 1 sampai %(most)d.") % {"most": self.most}})
        return int(given)

    def _after(self, rows: QuerySet, token: str | None) -> QuerySet:
        if token is None:
            return rows
        try:
            values = signing.loads(token, salt=SALT)
        except signing.BadSignature:
            raise ValidationError({"after": _("Penanda halaman tidak dikenal; mulai dari halaman pertama.")}) from None
        return rows.filter(beyond(self.columns, values))

    def get_paginated_response(self, data: Any) -> Response:
        following = self.last and replace_query_param(self.url, "after", self._token(self.last))
        more = self.count > COUNTED
        return Response({"count": min(self.count, COUNTED), "count_is_more": more, "next": following, "results": data})

    def _token(self, row: Model) -> str:
        return signing.dumps([_plain(_value(row, column)) for column in self.columns], salt=SALT)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        properties = {
            "count": {"type": "integer", "description": f"Counted up to {COUNTED}."},
            "count_is_more": {"type": "boolean", "description": f"There are more than {COUNTED}."},
            "next": {"type": ["string", "null"], "format": "uri"},
            "results": schema,
        }
        return {"type": "object", "required": list(properties), "properties": properties}

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": self.most}},
            {"name": "after", "in": "query", "schema": {"type": "string"}, "description": "As in `next`."},
        ]


def beyond(columns: tuple[str, ...], values: list[Any]) -> Q:
    """The rows that come after the one with these values."""
    *first, last = [(column.lstrip("-"), "lt" if column.startswith("-") else "gt") for column in columns]
    after = Q(**{f"{last[0]}__{last[1]}": values[-1]})
    if not first:
        return after
    [(name, way)] = first
    if values[0] is None:
        return Q(**{f"{name}__isnull": True}) & after
    return Q(**{f"{name}__{way}": values[0]}) | (Q(**{name: values[0]}) & after) | Q(**{f"{name}__isnull": True})


def _value(row: Any, column: str) -> Any:
    for name in column.lstrip("-").split("__"):
        row = getattr(row, name)
    return row


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, int | str) else value.isoformat()
