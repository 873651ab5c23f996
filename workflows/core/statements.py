"""Compiles a declared act into fixed SQL: lock, ask, write. The only place that assembles SQL.

Every part of *write* sees the world as it was before the act, so the order in which consequences are declared cannot
matter. A row that is not where it should be is neither moved nor noted: the counts then differ and the door rolls back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models import F, Model, Q, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.db.models.sql import UpdateQuery
from django.utils.translation import gettext_lazy as _
from psycopg.sql import Literal
from psycopg.types.json import Jsonb

from .act import Add, Extension, Given, Listed, Move, Rule, Set, act, extensions
from .clock import DEFAULT_ZONE, Today
from .models import File, JournalEntry, JournalSubject

NOT_IN_STATE = _("Keadaan berkas tidak memungkinkan tindakan ini ({about}).")

LOCK_ORDER = ["core.File", "organisation.Office", "decrees.Series", "villages.KampungKB"]
"""Every act locks in this order, or two of them would wait for each other."""


def label_of(model: type[Model]) -> str:
    return f"{model._meta.app_label}.{model.__name__}"


def kind_of(model: type[Model]) -> str:
    """What the journal calls a model."""
    return model._meta.model_name or ""


class Declared:
    """A transition as its lifecycle declares it, with what subject apps add for one kind of file."""

    def __init__(self, model: type[Model], name: str, kind: str):
        found = list(getattr(model, name)._django_fsm.transitions.values())  # django-fsm keeps one per source
        custom = found[0].custom
        self.label = f"{label_of(model)}.{name}"
        more = extensions.get((self.label, kind), Extension())
        self.sources, self.target = [t.source for t in found], found[0].target
        self.rules: list[Rule] = [*filter(None, [found[0].permission]), *found[0].conditions, *more.conditions]
        self.sets = custom.get("sets", {})
        self.then = [*custom.get("then", []), *more.then]
        self.takes = custom.get("takes", {})
        self.may_take = custom.get("may_take", {})
        self.locks = [*custom.get("locks", []), *more.locks]
        self.prepare = [p for p in (custom.get("prepare"), more.prepare) if p]


@dataclass
class Change:
    """A declared transition, and the query for the rows that make it."""

    model: type[Model]
    declared: Declared
    rows: QuerySet

    def failing(self) -> Iterator[QuerySet]:
        kind = kind_of(self.model)
        wrong = self.rows.exclude(state__in=self.declared.sources)
        yield wrong.values_list("pk", Value(kind), Value("state"), "state")
        for rule in self.declared.rules:
            found = rule.failing(self.rows)
            about = "about" if "about" in found.query.annotations else Value("")
            yield found.order_by().values_list("pk", Value(kind_of(found.model)), Value(rule.name), about)


class Act:
    """One act, compiled for one kind of file."""

    def __init__(self, model: type[Model], name: str, kind: str):
        self.kind = kind
        self.changes: list[Change] = []
        self.adds: list[tuple[Add, QuerySet | None]] = []
        self.sets: list[tuple[Set, QuerySet]] = []
        self.declared = Declared(model, name, kind)
        subjects = model._default_manager.filter(pk__any=act.subjects)
        self._expand(model, self.declared, subjects)
        rules = {rule.name: rule for change in self.changes for rule in change.declared.rules}
        self.words = {name: (rule.words, rule.solved_by) for name, rule in rules.items()} | {"state": (NOT_IN_STATE, "")}
        self.locks = [sql(rows) for rows in self._rows_to_lock(subjects)]
        self.ask = sql(union([query for change in self.changes for query in change.failing()]))
        self.write = self._write()

    def _expand(self, model: type[Model], declared: Declared, rows: QuerySet) -> None:
        """Collect what follows through all levels; two paths to one transition are one change."""
        same = next((c for c in self.changes if c.declared.label == declared.label), None)
        if same:
            same.rows = model._default_manager.filter(Q(pk__in=same.rows.values("pk")) | Q(pk__in=rows.values("pk")))
        else:
            self.changes.append(Change(model, declared, rows))
        for what in declared.then:
            if isinstance(what, Move):
                target, name = model_and_transition(what.transition)
                self._expand(target, Declared(target, name, self.kind), what.rows(rows))
            elif isinstance(what, Set):
                self.sets.append((what, what.rows(rows)))
            else:
                self.adds.append((what, None if isinstance(what.rows, Listed) else what.rows(rows)))

    def _rows_to_lock(self, subjects: QuerySet) -> list[QuerySet]:
        """Rows besides the subjects' own roots, in `LOCK_ORDER`, each model in key order."""
        own = root_of(subjects.model)[0]
        abroad: dict[str, list[QuerySet]] = {}
        for change in self.changes[1:]:
            model, path = root_of(change.model)
            if model is not own:
                keys = change.rows.values("pk" if path == "pk" else path)
                abroad.setdefault(label_of(model), []).append(keys)
        for change in self.changes:
            for label, rows in change.declared.locks:
                abroad.setdefault(label, []).append(rows(change.rows).values("pk"))
        return [
            locked(apps.get_model(label)._default_manager.filter(any_of(abroad[label])))
            for label in sorted(abroad, key=LOCK_ORDER.index)
        ]

    def _write(self) -> str:
        parts = [entry_part(self.declared.label)]
        noted = []
        for i, change in enumerate(self.changes):
            parts += [rows_part(i, change), moved_part(i, change)]
            noted.append(
                f"SELECT '{kind_of(change.model)}', r.id, r.file_id, r.was, '{change.declared.target}', r.version + 1 "
                f"FROM row{i} r JOIN moved{i} USING (id)"
            )
        names: set[str] = set()
        for add, rows in self.adds:
            model = apps.get_model(add.model)
            name = f"added_{kind_of(model)}"
            while name in names:
                name += "_"
            names.add(name)
            parts.append(added_part(name, model, add, rows))
            if has_field(model, "state"):
                file = "file_id" if has_field(model, "file") else "NULL::bigint"
                noted.append(f"SELECT '{kind_of(model)}', id, {file}, '', state, 0 FROM {name}")
        for i, (what, rows) in enumerate(self.sets):
            parts.append(f"set{i} AS ({update(rows, **what.columns)} RETURNING 1)")
        if root_of(self.changes[0].model)[0] is File:
            parts.append(f"bumped AS (UPDATE {table(File)} SET version = version + 1 WHERE id = ANY(%(files)s::bigint[]))")
        parts.append(
            f"noted AS (INSERT INTO {table(JournalSubject)} (kind, object_id, file_id, from_state, to_state, version, "
            f"entry_id) SELECT n.*, entry.id FROM entry, ({' UNION ALL '.join(noted)}) n RETURNING 1)"
        )
        moved = " + ".join(f"(SELECT count(*) FROM moved{i})" for i in range(len(self.changes)))
        asked = " + ".join(f"(SELECT count(*) FROM row{i})" for i in range(len(self.changes)))
        return "WITH " + ",\n".join(parts) + f"\nSELECT id, (SELECT count(*) FROM row0), {asked}, {moved} FROM entry"


@cache
def compiled(model: type[Model], name: str, kind: str) -> Act:
    return Act(model, name, kind)


@cache
def statement_of_roots(model: type[Model], lock: bool) -> str:
    """The rows locked first: (id, kind of file, version, today in its zone)."""
    root, path = root_of(model)
    subjects = model._default_manager.filter(pk__any=act.subjects)
    roots = subjects if root is model else root._default_manager.filter(pk__in=subjects.values(path))
    if root is File:
        columns = ["pk", "kind", "version", Today(F("zone"))]
    else:
        zone = Coalesce(F("region__zone"), Value(DEFAULT_ZONE))
        columns = ["pk", Value(""), "version", Today(zone)]
    return sql((locked(roots, *columns) if lock else roots.order_by("pk").values_list(*columns)))


# --- parts of the write -------------------------------------------------------------------------------------------


def entry_part(label: str) -> str:
    columns = "act, on, person_id, office_id, mandate_id, reason, read, key, body, values"
    quoted = ", ".join(f'"{c.strip()}"' for c in columns.split(","))
    return (
        f"entry AS (INSERT INTO {table(JournalEntry)} ({quoted}) VALUES ('{label}', %(on)s::date, %(person)s::bigint, "
        "%(office)s::bigint, %(mandate)s::bigint, %(reason)s::text, %(read)s::text, %(key)s::text, %(body)s::text, "
        "%(journalled)s::jsonb) RETURNING id)"
    )


def rows_part(i: int, change: Change) -> str:
    file = "file_id" if has_field(change.model, "file") else Value(None, models.BigIntegerField())
    query = change.rows.order_by("pk").values_list("pk", "state", file, "version")
    return f"row{i} (id, was, file_id, version) AS MATERIALIZED ({sql(query)})"


def moved_part(i: int, change: Change) -> str:
    key = RawSQL(f"SELECT id FROM row{i}", ())
    found = change.model._default_manager.filter(pk__in=key, state__in=change.declared.sources)
    changed = update(found, state=change.declared.target, version=F("version") + 1, **change.declared.sets)
    return f"moved{i} (id) AS ({changed} RETURNING {change.model._meta.pk.column})"


def added_part(name: str, model: type[Model], add: Add, rows: QuerySet | None) -> str:
    columns = dict(add.columns)
    for f in model._meta.concrete_fields:
        if not f.primary_key and f.name not in columns and f.attname not in columns and f.has_default():
            columns[f.name] = Value(f.get_default(), f)
    fields = [model._meta.get_field(c) for c in columns]
    values = [as_expression(v, f) for v, f in zip(columns.values(), fields, strict=True)]
    if rows is None:
        source = listed(add.rows, values)
    else:
        source = sql(rows.order_by().annotate(**{f"c{i}_": v for i, v in enumerate(values)}).values_list(
            *(f"c{i}_" for i in range(len(values)))))
    names = [f'"{f.column}"' for f in fields]
    with_entry = has_field(model, "entry")
    return (
        f"{name} AS (INSERT INTO {table(model)} ({', '.join([*names, 'entry_id'] if with_entry else names)}) "
        f"SELECT n.*{', entry.id FROM entry,' if with_entry else ' FROM'} ({source}) n RETURNING *)"
    )


def listed(source: Listed, values: list) -> str:
    """Rows from a JSON list that is one parameter."""
    compiler = File._default_manager.all().query.get_compiler(connection=connection)
    types = ", ".join(f'"{name}" {f.db_type(connection)}' for name, f in source.columns.items())
    given = filled(*compiler.compile(source.given))
    columns = ", ".join(filled(*compiler.compile(v)) for v in values)
    return f"SELECT {columns} FROM jsonb_to_recordset({given}) AS item({types})"


# --- from the ORM to text -----------------------------------------------------------------------------------------


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
    query.add_update_values(values)
    return sql(query)


def union(queries: list[QuerySet]) -> QuerySet:
    return queries[0].union(*queries[1:], all=True) if queries[1:] else queries[0]


def locked(rows: QuerySet, *columns: Any) -> QuerySet:
    return rows.select_for_update(of=("self",)).order_by("pk").values_list(*(columns or ("pk",)))


def any_of(keys: list[QuerySet]) -> Q:
    found = Q(pk__in=keys[0])
    for more in keys[1:]:
        found |= Q(pk__in=more)
    return found


def as_expression(value: Any, field: models.Field) -> Any:
    return value if hasattr(value, "resolve_expression") else Value(value, field)


def has_field(model: type[Model], name: str) -> bool:
    return any(f.name == name for f in model._meta.concrete_fields)


def table(model: type[Model]) -> str:
    return f'"{model._meta.db_table}"'


def root_of(model: type[Model]) -> tuple[type[Model], str]:
    """The model that is locked for `model`, and the path to it."""
    path = model.root  # type: ignore[attr-defined]
    if path == "pk":
        return model, "pk"
    return model._meta.get_field(path).related_model, path


def model_and_transition(label: str) -> tuple[type[Model], str]:
    model, name = label.rsplit(".", 1)
    return apps.get_model(model), name
