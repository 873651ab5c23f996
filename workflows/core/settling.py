"""What comes after the write, and sees it: facts worked out anew, and rows that go where the facts now put them."""

from django.apps import apps
from django.db.models import F, Model
from django.db.models.expressions import RawSQL

from .act import Set, Settle, act
from .changes import Declared
from .models import File, JournalSubject
from .naming import has_field, kind_of, table
from .parts import with_parts
from .sql import sql, update


def afterwards(what: Set | Settle, kind: str) -> str:
    """One statement; it answers how many rows were found, and how many of them moved."""
    rows = what.rows(File._default_manager.filter(pk__any=act.files))
    if isinstance(what, Set):
        changed = f"changed AS ({update(rows, **what.columns)} RETURNING 1)"
        return with_parts([changed], "SELECT count(*), count(*) FROM changed")
    model = apps.get_model(what.model)
    file = F("file") if has_field(model, "file") else RawSQL("NULL::bigint", ())
    found = sql(rows.order_by("pk").values_list("pk", "state", file, "version", "move"))
    moves = [Declared(model, name, kind) for name in what.transitions]
    parts = [f"settling (id, was, file_id, version, move) AS MATERIALIZED ({found})",
             *(settled_part(model, n, move) for n, move in enumerate(moves)), noted_part(model, moves)]  # fmt: skip
    return with_parts(parts, "SELECT (SELECT count(*) FROM settling), (SELECT count(*) FROM noted)")


def settled_part(model: type[Model], number: int, move: Declared) -> str:
    name = move.label.rsplit(".", 1)[1]
    found = model._default_manager.filter(pk__in=RawSQL("SELECT id FROM settling WHERE move = %s", [name]))
    state = {"state": move.target} if move.target else {}
    changed = update(found.filter(state__in=move.sources), **state, version=F("version") + 1, **move.sets)
    return f"settled{number} (id, state) AS ({changed} RETURNING {model._meta.pk.column}, state)"


def noted_part(model: type[Model], moves: list[Declared]) -> str:
    settled = " UNION ALL ".join(f"SELECT id, state FROM settled{number}" for number in range(len(moves)))
    return (
        f"noted AS (INSERT INTO {table(JournalSubject)} (kind, object_id, file_id, from_state, to_state, version, entry_id) "
        f"SELECT '{kind_of(model)}', r.id, r.file_id, r.was, s.state, r.version + 1, %(entry)s::bigint "
        f"FROM settling r JOIN ({settled}) s USING (id) RETURNING 1)"
    )
