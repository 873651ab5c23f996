"""What the paper of a changing decree says besides: which decree it changes, how each row changes, and the list after it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from .citing import cited, order_of_change
from .consolidated import rows_on
from .models import Decree, DecreeLink, DecreeRow
from .states import LISTING, EffectKind, LinkKind

E = EffectKind
TEMPLATES = {LinkKind.AMENDS: "keputusan_perubahan", LinkKind.REVOKES: "keputusan_pencabutan",
             LinkKind.ANNULS: "keputusan_pembatalan", LinkKind.SUSPENDS: "keputusan_penundaan"}  # fmt: skip


def change_of(decree: Decree) -> DecreeLink | None:
    """The link that makes it a changing decree. One that designates anew and revokes its forerunner by the way is none."""
    link = decree.links.filter(kind__in=TEMPLATES).select_related("other__issuer__region").order_by("pk").first()
    anew = any(LISTING & set(row.effects) for row in decree.rows.filter(struck=False))
    return None if link is None or (anew and link.kind != LinkKind.AMENDS) else link


def changes_of(decree: Decree, link: DecreeLink) -> dict[str, Any]:
    """The content's `changes` (docs/decisions/0005-official-paper.md)."""
    return {"kind": link.kind, "other": cited(link.other).as_content(), "order": order_of_change(link.other, decree),
            "retroactive": decree.retroactive, "clauses": decree.clause_changes}  # fmt: skip


def change_of_row(row: DecreeRow) -> dict[str, Any]:
    """`change`, and with a correction what the row `was`."""
    if E.CORRECT in row.effects:
        return {"change": "correct", "was": {"kampung": row.data.get("was", "")}}
    return {"change": "strike" if E.STRIKE in row.effects else "add"}


def rows_after(decree: Decree, rows: Sequence[DecreeRow], other: Decree, day: date) -> list[tuple[DecreeRow, str]]:
    """The list of the other decree once this one holds: each row with the name that it then bears, the added ones behind."""
    changed = {row.kampung_id: row for row in rows}
    before = [(v.row, v.name) for v in rows_on(other, day) if v.row.decree_id != decree.pk]
    kept = [(row, name_after(changed.get(row.kampung_id), name)) for row, name in before
            if E.STRIKE not in effects_of(changed.get(row.kampung_id))]  # fmt: skip
    there = {row.kampung_id for row, _name in before}
    return kept + [(row, row.data.get("name", "")) for row in rows if row.kampung_id not in there and LISTING & set(row.effects)]


def effects_of(row: DecreeRow | None) -> list[str]:
    return row.effects if row else []


def name_after(row: DecreeRow | None, name: str) -> str:
    return row.data.get("name", name) if row and E.CORRECT in row.effects else name
