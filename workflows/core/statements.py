"""Compiles a declared act into fixed SQL: lock, ask, write. Only this package assembles SQL.

Every part of *write* sees the world as it was before the act, so the order in which consequences are declared cannot
matter; what comes `after` it (`settling.py`) sees what was written.

A row that is not where it should be is neither moved nor noted: the counts then differ and the door rolls back.

`changes.py` has what is declared and asked, `parts.py` the parts of the write, `sql.py` the way from the ORM to text.
"""

from collections.abc import Iterable
from functools import cache, cached_property

from django.apps import apps
from django.db.models import F, Model, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from .act import Add, Born, Move, Set, act, only_follows
from .changes import Change, Declared
from .clock import DEFAULT_ZONE, Today
from .models import File, JournalSubject
from .naming import has_field, kind_of, label_of, model_and_transition, root_of, table
from .parts import added_part, begun_parts, entry_part, moved_part, noted_part, rows_part, with_parts
from .settling import afterwards
from .sql import Statement, any_of, locked, sql, update

ONLY_FOLLOWS = _("Tindakan ini hanya terjadi sebagai akibat tindakan lain.")

LOCK_ORDER = ["core.File", "organisation.Office", "decrees.Series", "villages.KampungKB"]
"""Every act locks in this order, or two of them would wait for each other."""


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
        self.after = [Statement.of(afterwards(what, kind)) for c in self.changes for what in c.declared.after]

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
            if add.file is None:
                parts.append(added_part(name, model, add, source, before, names))
            else:
                parts += begun_parts(name, model, add, source)
            names.append(name)
            if has_field(model, "state"):
                file = "file_id" if has_field(model, "file") else "NULL::bigint"
                noted.append(f"SELECT '{kind_of(model)}', {model._meta.pk.column}, {file}, '', state, 0 FROM {name}")
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
