"""From the ORM's queries to text: constants written in, what is given when the act is performed left open."""

import re
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.db.models import Q, QuerySet, Value
from django.db.models.sql import UpdateQuery
from psycopg.sql import Literal
from psycopg.types.json import Jsonb

from .act import Given
from .models import File


@dataclass(frozen=True)
class Statement:
    """Fixed SQL with `$1`, `$2` … as PostgreSQL itself takes it, and the names of what is given for them."""

    sql: bytes
    names: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Statement":
        """From text with `%(name)s` where something is given, and `%%` for a plain %."""
        numbers: dict[str, int] = {}

        def numbered(found: re.Match) -> str:
            return f"${numbers.setdefault(found[1], len(numbers) + 1)}" if found[1] else "%"

        sql = re.sub(r"%%|%\((\w+)\)s", numbered, text).encode()
        return cls(sql, tuple(numbers))

    def values(self, given: dict[str, Any]) -> list[Any]:
        return [given[name] for name in self.names]


def sql(query: Any) -> str:
    """The ORM's SQL with constants written in; what is given when the act is performed stays open as %(name)s."""
    compiler = getattr(query, "query", query).get_compiler(connection=connection)
    return filled(*compiler.as_sql())


def filled(text: str, params: Any) -> str:
    return text.replace("%%", "%%%%") % tuple(literal(p) for p in params)


def literal(value: Any) -> str:
    if isinstance(value, Given):
        return f"%({value.name})s"
    if isinstance(value, dict | Jsonb):
        value = value if isinstance(value, Jsonb) else Jsonb(value)
    return Literal(value).as_string().replace("%", "%%")


def update(rows: QuerySet, **values: Any) -> str:
    query = rows.order_by().query.chain(UpdateQuery)
    query.add_update_values({name: worked_out(value) for name, value in values.items()})
    return sql(query)


def locked(rows: QuerySet, *columns: Any) -> QuerySet:
    return rows.select_for_update(of=("self",)).order_by("pk").values_list(*(columns or ("pk",)))


def any_of(keys: list[QuerySet]) -> Q:
    found = Q(pk__in=keys[0])
    for more in keys[1:]:
        found |= Q(pk__in=more)
    return found


def as_expression(value: Any, field: models.Field) -> Any:
    value = worked_out(value)
    return value if hasattr(value, "resolve_expression") else Value(value, field)


def worked_out(value: Any) -> Any:
    """A column may be given as a function, since models cannot be spoken of while they are being declared."""
    return value() if callable(value) else value


def expression(value: Any) -> str:
    compiler = File._default_manager.all().query.get_compiler(connection=connection)
    return filled(*compiler.compile(value))
