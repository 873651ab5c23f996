"""The parts of the write: entry, moves, new rows, what is noted. All of them stand in one WITH."""

from django.db import connection, models
from django.db.models import F, Model, QuerySet, Value
from django.db.models.functions import Cast

from .act import Add, Born, Listed
from .changes import Change
from .models import File, JournalEntry
from .naming import has_field, kind_of, table
from .sql import any_of, as_expression, expression, literal, sql, update


def entry_part(label: str) -> str:
    columns = "act, on, person_id, office_id, mandate_id, reason, read, key, body, values"
    quoted = ", ".join(f'"{c.strip()}"' for c in columns.split(","))
    return (
        f"entry AS (INSERT INTO {table(JournalEntry)} ({quoted}) VALUES ('{label}', %(on)s::date, %(person)s::bigint, "
        "%(office)s::bigint, %(mandate)s::bigint, %(reason)s::text, %(read)s::text, %(key)s::text, %(body)s::text, "
        "%(journalled)s::jsonb) RETURNING id)"
    )


def with_parts(parts: list[str], query: str) -> str:
    """RECURSIVE lets the parts refer to each other in any order; none is recursive."""
    return "WITH RECURSIVE " + ",\n".join(parts) + "\n" + query


def rows_part(change: Change) -> str:
    file = "file_id" if has_field(change.model, "file") else Cast(Value(None), models.BigIntegerField())
    found = change.rows[0]
    if change.rows[1:]:
        found = change.model._default_manager.filter(any_of([rows.order_by().values("pk") for rows in change.rows]))
    query = found.order_by("pk").values_list("pk", "state", file, "version")
    return f"row{change.number} (id, was, file_id, version) AS MATERIALIZED ({sql(query)})"


def moved_part(change: Change) -> str:
    found = change.found.filter(state__in=change.declared.sources)
    state = {"state": change.declared.target} if change.declared.target else {}
    changed = update(found, **state, version=F("version") + 1, **change.declared.sets)
    return f"moved{change.number} (id) AS ({changed} RETURNING {change.model._meta.pk.column})"


def noted_part(change: Change) -> str:
    target = f"'{change.declared.target}'" if change.declared.target else "r.was"
    return (
        f"SELECT '{kind_of(change.model)}', r.id, r.file_id::bigint, r.was, {target}, r.version + 1 "
        f"FROM row{change.number} r JOIN moved{change.number} USING (id)"
    )


def added_part(name: str, model: type[Model], add: Add, rows: QuerySet | None, before: list[str], earlier: list[str]) -> str:
    """New rows. Rows of the same model that move do so `before`, so that unique indexes see them gone."""
    fields, values = filled_in(model, add.columns)
    if isinstance(add.rows, Listed):
        source = listed(add.rows, values)
    elif isinstance(add.rows, Born):
        source = born(add.rows, values, earlier)
    else:
        source = picked_from(rows, values)
    names = [f'"{f.column}"' for f in fields]
    sources = [f"({source}) n", *(f"(SELECT count(*) FROM {moved}) after_{moved}" for moved in before)]
    picked = "n.*"
    if has_field(model, "entry"):
        names, sources, picked = [*names, "entry_id"], [*sources, "entry"], "n.*, entry.id"
    return (
        f"{name} AS (INSERT INTO {table(model)} ({', '.join(names)}) "
        f"SELECT {picked} FROM {', '.join(sources)} RETURNING *)"
    )


def begun_parts(name: str, model: type[Model], add: Add, rows: QuerySet) -> list[str]:
    """New files, and beside each the row of `model` that has its key, which is drawn before either is written."""
    file_fields, file_values = filled_in(File, add.file)
    fields, values = filled_in(model, add.columns)
    picked = [f"c{i}_" for i in range(len(file_values) + len(values))]
    of_file, own = ", ".join(picked[: len(file_values)]), ", ".join(picked[len(file_values) :])
    key = f"nextval(pg_get_serial_sequence('{table(File)}', 'id'))"
    return [
        f"begun_{name} AS MATERIALIZED (SELECT {key} AS file_id, n.* FROM ({picked_from(rows, file_values + values)}) n)",
        f"file_of_{name} AS (INSERT INTO {table(File)} (id, {quoted(file_fields)}) "
        f"SELECT file_id, {of_file} FROM begun_{name})",
        f"{name} AS (INSERT INTO {table(model)} (file_id, {quoted(fields)}) "
        f"SELECT file_id, {own} FROM begun_{name} RETURNING *)",
    ]  # fmt: skip


def filled_in(model: type[Model], given: dict) -> tuple[list, list]:
    """The fields of a new row and their values: those given, and Python's defaults; the database fills in its own."""
    columns = {name: value for name, value in given.items() if value is not None}
    left_out = [f for f in model._meta.concrete_fields if not f.primary_key and f.name not in given]
    columns |= {f.name: Value(f.get_default(), f) for f in left_out if not f.has_db_default() and f.get_default() is not None}
    fields = [model._meta.get_field(c) for c in columns]
    return fields, [as_expression(v, f) for v, f in zip(columns.values(), fields, strict=True)]


def quoted(fields: list) -> str:
    return ", ".join(f'"{f.column}"' for f in fields)


def picked_from(rows: QuerySet, values: list) -> str:
    """The values for each of the rows, as columns `c0_`, `c1_` …; in the rows' order, so that what is new is numbered in it."""
    names = {f"c{i}_": value for i, value in enumerate(values)}
    return sql(rows.order_by("pk").annotate(**names).values_list(*names))


def listed(source: Listed, values: list) -> str:
    """Rows from a JSON list that is one parameter; no list, no rows."""
    types = ", ".join(f'"{name}" {f.db_type(connection)}' for name, f in source.columns.items())
    return f"SELECT {columns_of(values)} FROM jsonb_to_recordset({expression(source.given)}) AS item({types})"


def born(source: Born, values: list, earlier: list[str]) -> str:
    """Rows that other parts of this statement add."""
    tables = [name for name in earlier if name.rstrip("_") == f"added_{source.model}"]
    return " UNION ALL ".join(
        f"SELECT {columns_of(values)} FROM {name} item WHERE item.state = {literal(source.state)}" for name in tables
    )


def columns_of(values: list) -> str:
    return ", ".join(expression(value) for value in values)
