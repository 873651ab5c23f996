"""Compiles a declared act into fixed SQL: lock, ask, write. The only place that assembles SQL.

Every part of *write* sees the world as it was before the act, so the order in which consequences are declared cannot
matter. A row that is not where it should be is neither moved nor noted: the counts then differ and the door rolls back.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models import Case, F, Model, Q, QuerySet, TextField, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce, Concat
from django.db.models.sql import UpdateQuery
from django.utils.translation import gettext_lazy as _
from psycopg.sql import Literal
from psycopg.types.json import Jsonb

from .act import Add, Born, Extension, Given, Listed, Move, Rule, Set, act, extensions, only_follows
from .clock import DEFAULT_ZONE, Today
from .models import File, JournalEntry, JournalSubject

NOT_IN_STATE = _("Keadaan berkas tidak memungkinkan tindakan ini (%s).")

ONLY_FOLLOWS = _("Tindakan ini hanya terjadi sebagai akibat tindakan lain.")

LOCK_ORDER = ["core.File", "organisation.Office", "decrees.Series", "villages.KampungKB"]
"""Every act locks in this order, or two of them would wait for each other."""


def label_of(model: type[Model]) -> str:
    return f"{model._meta.app_label}.{model.__name__}"


def kind_of(model: type[Model]) -> str:
    """What the journal calls a model."""
    return model._meta.model_name or ""


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


class Declared:
    """A transition as its lifecycle declares it, with what subject apps add for one kind of file."""

    def __init__(self, model: type[Model], name: str, kind: str):
        found = list(getattr(model, name)._django_fsm.transitions.values())  # django-fsm keeps one per source
        custom = found[0].custom
        self.label = f"{label_of(model)}.{name}"
        more = extensions.get((self.label, kind), Extension())
        self.sources, self.target = [t.source for t in found], found[0].target
        self.rules: list[Rule] = [*filter(None, [found[0].permission]), *found[0].conditions, *more.conditions]
        self.first = [rule for rule in self.rules if rule is found[0].permission or rule.first]
        self.sets = custom.get("sets", {})
        self.file = custom.get("file", {})
        self.then = [*custom.get("then", []), *more.then]
        self.takes = custom.get("takes", {})
        self.may_take = custom.get("may_take", {})
        self.locks = [*custom.get("locks", []), *more.locks]
        self.checks = [*custom.get("checks", []), *more.checks]
        self.prepare = [p for p in (custom.get("prepare"), more.prepare) if p]


@dataclass
class Change:
    """A declared transition, and the query for the rows that make it: the `number`-th of its act."""

    number: int
    model: type[Model]
    declared: Declared
    rows: list[QuerySet]

    @property
    def found(self) -> QuerySet:
        """The rows, read from the common table `row<number>` that stands before every statement of the act."""
        return self.model._default_manager.filter(pk__in=RawSQL(f"SELECT id FROM row{self.number}", ()))

    def failing(self, rules: list[Rule]) -> Iterator[str]:
        """For each of these rules the rows that fail it; where a row stands is asked first."""
        elsewhere = self.found.exclude(state__in=self.declared.sources)
        yield failed("state", getattr(self.model, "not_now", in_plain_words)(elsewhere))
        for rule in rules:
            if rule is only_follows and self.number:
                continue
            yield failed(rule.name, rule.failing(self.found))


class Act:
    """One act, compiled for one kind of file."""

    def __init__(self, model: type[Model], name: str, kind: str):
        self.kind = kind
        self.changes: list[Change] = []
        self.adds: list[tuple[Add, QuerySet | None]] = []
        self.sets: list[tuple[Set, QuerySet]] = []
        self.declared = Declared(model, name, kind)
        self._expand(model, self.declared, model._default_manager.filter(pk__any=act.subjects))
        rules = {rule.name: rule for change in self.changes for rule in change.declared.rules}
        self.words = {name: (rule.words, rule.solved_by) for name, rule in rules.items()} | {
            "state": ("{about}", ""), only_follows.name: (ONLY_FOLLOWS, ""),
        }  # fmt: skip
        self.rows = [rows_part(change) for change in self.changes]
        self.ask = self._asking(failing for c in self.changes for failing in c.failing(c.declared.rules))
        self.ask_first = self._asking(self.changes[0].failing(self.declared.first))
        self.write = Statement.of(self._write())

    @cached_property
    def locks(self) -> list[Statement]:
        """Made when first performed: the ORM compiles FOR UPDATE only inside a transaction."""
        return [Statement.of(with_parts(self.rows, sql(found))) for found in self._rows_to_lock()]

    def _asking(self, failing: Iterable[str]) -> Statement:
        return Statement.of(with_parts(self.rows, " UNION ALL ".join(f"({rows})" for rows in failing)))

    def _expand(self, model: type[Model], declared: Declared, rows: QuerySet) -> None:
        """Collect what follows through all levels; two paths to one transition are one change.

        Who takes from all rows born does so once, however many declare it.
        """
        same = next((c for c in self.changes if c.declared.label == declared.label), None)
        if same:
            same.rows.append(rows)
            return
        change = Change(len(self.changes), model, declared, [rows])
        self.changes.append(change)
        for what in declared.then:
            if isinstance(what, Move):
                target, name = model_and_transition(what.transition)
                self._expand(target, Declared(target, name, self.kind), what.rows(change.found))
            elif isinstance(what, Set):
                self.sets.append((what, what.rows(change.found)))
            elif not (isinstance(what.rows, Born) and any(add is what for add, _rows in self.adds)):
                self.adds.append((what, what.rows(change.found) if callable(what.rows) else None))

    def _rows_to_lock(self) -> list[QuerySet]:
        """Rows besides the subjects' own roots, in `LOCK_ORDER`, each model in key order."""
        own = root_of(self.changes[0].model)[0]
        abroad: dict[str, list[QuerySet]] = {}
        for change in self.changes[1:]:
            model, path = root_of(change.model)
            if model is not own:
                abroad.setdefault(label_of(model), []).append(change.found.values(path))
        for change in self.changes:
            for label, rows in change.declared.locks:
                abroad.setdefault(label, []).append(rows(change.found).values("pk"))
        return [
            locked(apps.get_model(label)._default_manager.filter(any_of(abroad[label])))
            for label in sorted(abroad, key=LOCK_ORDER.index)
        ]

    def _write(self) -> str:
        parts = [*self.rows, entry_part(self.declared.label), *(moved_part(change) for change in self.changes)]
        noted = [noted_part(change) for change in self.changes]
        names: list[str] = []
        for add, source in sorted(self.adds, key=lambda pair: isinstance(pair[0].rows, Born)):
            model = apps.get_model(add.model)
            name = f"added_{kind_of(model)}"
            while name in names:
                name += "_"
            before = [f"moved{change.number}" for change in self.changes if change.model is model]
            parts.append(added_part(name, model, add, source, before, names))
            names.append(name)
            if has_field(model, "state"):
                file = "file_id" if has_field(model, "file") else "NULL::bigint"
                noted.append(f"SELECT '{kind_of(model)}', id, {file}, '', state, 0 FROM {name}")
        parts += [f"set{i} AS ({update(found, **what.columns)} RETURNING 1)" for i, (what, found) in enumerate(self.sets)]
        if root_of(self.changes[0].model)[0] is File:
            files = File._default_manager.filter(pk__any=act.files)
            parts.append(f"bumped AS ({update(files, **{'version': F('version') + 1} | self.declared.file)})")
        parts.append(
            f"noted AS (INSERT INTO {table(JournalSubject)} (kind, object_id, file_id, from_state, to_state, version, "
            f"entry_id) SELECT n.*, entry.id FROM entry, ({' UNION ALL '.join(noted)}) n RETURNING 1)"
        )
        asked, moved = ([f"SELECT id FROM {name}{c.number}" for c in self.changes] for name in ("row", "moved"))
        counts = [f"(SELECT count(*) FROM ({' UNION ALL '.join(rows)}) n)" for rows in (asked[:1], asked, moved)]
        return with_parts(parts, f"SELECT id, {', '.join(counts)} FROM entry")


@cache
def compiled(model: type[Model], name: str, kind: str) -> Act:
    return Act(model, name, kind)


@cache
def statement_of_roots(model: type[Model], lock: bool) -> Statement:
    """The rows locked first: (id, kind of file, version, today in its zone)."""
    root, path = root_of(model)
    subjects = model._default_manager.filter(pk__any=act.subjects)
    roots = subjects if root is model else root._default_manager.filter(pk__in=subjects.values(path))
    if root is File:
        columns = ["pk", "kind", "version", Today(F("zone"))]
    else:
        zone = Coalesce(F(getattr(root, "zone_path", "region__zone")), Value(DEFAULT_ZONE))
        columns = ["pk", Value(""), "version", Today(zone)]
    return Statement.of(sql(locked(roots, *columns) if lock else roots.order_by("pk").values_list(*columns)))


# --- the question -------------------------------------------------------------------------------------------------


def failed(rule: str, rows: QuerySet) -> str:
    """The rows that fail a rule, as (id, model, rule, about, who)."""
    about, who = (name if name in rows.query.annotations else Value("") for name in ("about", "who"))
    return sql(rows.order_by().values_list("pk", Value(kind_of(rows.model)), Value(rule), about, who))


def in_plain_words(rows: QuerySet) -> QuerySet:
    """What is wrong with where each row stands, for models that do not say it better (`not_now`)."""
    labels = rows.model._meta.get_field("state").flatchoices
    named = [When(state=state, then=Value(str(label))) for state, label in labels]
    before, after = str(NOT_IN_STATE).split("%s")
    label = Case(*named, default=F("state"), output_field=TextField())
    return rows.annotate(about=Concat(Value(before), label, Value(after), output_field=TextField()))


# --- parts of the write -------------------------------------------------------------------------------------------


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
    columns = {name: value for name, value in add.columns.items() if value is not None}
    left_out = [f for f in model._meta.concrete_fields if not f.primary_key and f.name not in add.columns]
    columns |= {f.name: Value(f.get_default(), f) for f in left_out if not f.has_db_default() and f.get_default() is not None}
    fields = [model._meta.get_field(c) for c in columns]
    values = [as_expression(v, f) for v, f in zip(columns.values(), fields, strict=True)]
    if isinstance(add.rows, Listed):
        source = listed(add.rows, values)
    elif isinstance(add.rows, Born):
        source = born(add.rows, values, earlier)
    else:
        source = sql(rows.order_by().annotate(**{f"c{i}_": v for i, v in enumerate(values)}).values_list(
            *(f"c{i}_" for i in range(len(values)))))
    names = [f'"{f.column}"' for f in fields]
    sources = [f"({source}) n", *(f"(SELECT count(*) FROM {moved}) after_{moved}" for moved in before)]
    picked = "n.*"
    if has_field(model, "entry"):
        names, sources, picked = [*names, "entry_id"], [*sources, "entry"], "n.*, entry.id"
    return (
        f"{name} AS (INSERT INTO {table(model)} ({', '.join(names)}) "
        f"SELECT {picked} FROM {', '.join(sources)} RETURNING *)"
    )


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


def expression(value: Any) -> str:
    compiler = File._default_manager.all().query.get_compiler(connection=connection)
    return filled(*compiler.compile(value))


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
