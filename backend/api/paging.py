"""Keyset pages as the API gives them: with a count that stops early, and the address of the next."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from backend.keyset import PAGE, NoSuchPlace, page_after

COUNTED = 1000


class Keyset(BasePagination):
    """Pages of a view's rows in the order of its `keyset`, as `page_after` takes it. Counting stops at 1,000."""

    usual, most = PAGE, 100

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        self.url = request.build_absolute_uri()
        limit = self._limit(request.query_params.get("limit"))
        self.count = queryset.order_by()[: COUNTED + 1].count()
        try:
            rows, self.cursor = page_after(queryset, view.keyset, request.query_params.get("after"), limit)
        except NoSuchPlace:
            raise ValidationError({"after": _("Penanda halaman tidak dikenal; mulai dari halaman pertama.")}) from None
        return rows

    def _limit(self, given: str | None) -> int:
        if given is None:
            return self.usual
        if not given.isascii() or not given.isdigit() or not 1 <= int(given[:9]) <= self.most:
            raise ValidationError({"limit": _("Tulis bilangan dari 1 sampai %(most)d.") % {"most": self.most}})
        return int(given)

    def get_paginated_response(self, data: Any) -> Response:
        following = self.cursor and replace_query_param(self.url, "after", self.cursor)
        more = self.count > COUNTED
        return Response({"count": min(self.count, COUNTED), "count_is_more": more, "next": following, "results": data})

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
