"""Drafting a decree that changes another: the draft, its rows and what they do, and the words to begin with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.clock import today
from workflows.core.errors import BadValues
from workflows.organisation.models import Mandate, Region

from . import wording_changes as words
from .citing import cited, order_of_change
from .consolidated import ListedVillage, clauses_on, rows_on
from .drafting import claim, edit, link, put_on, start_decree
from .models import Decree, DecreeRow
from .states import VALID, EffectKind, LinkKind

TAKEN = {LinkKind.AMENDS: EffectKind.STRIKE, LinkKind.REVOKES: EffectKind.REVOKE, LinkKind.ANNULS: EffectKind.ANNUL,
         LinkKind.SUSPENDS: EffectKind.SUSPEND}  # fmt: skip
"""What the chosen rows of the other decree undergo. Revoking a decree that suspends resumes its villages."""


@dataclass
class Chosen:
    """What the drafter chose. `take`: keys of villages that the other decree lists (none: all of them, save in an amendment).

    `add`: villages as `drafting.add_rows` takes them; `correct`: village → its right name; `clauses`: number → new text, ""
    to remove it. `retroactive` and `effective_on` are chosen by a person, never inferred.
    """

    kind: str
    take: Iterable[int] = ()
    add: list[tuple[Region, dict[str, Any]]] = field(default_factory=list)
    correct: Mapping[int, str] = field(default_factory=dict)
    clauses: Mapping[int, str] = field(default_factory=dict)
    effective_on: date | None = None
    expires_on: date | None = None
    retroactive: bool = False
    grounds: str = ""
    defect: str = ""


@transaction.atomic
def start_change(other: Decree, by: Mandate, chosen: Chosen, example: bool = False) -> Decree:
    """A linked draft of the same issuer, in the office of `by`, with rows and proposed words.

    Raises `BadValues` naming what was chosen wrongly, `Refused` as `start_decree` does.
    """
    listed = {village.row.kampung_id: village for village in rows_on(other, today(other.file.zone))}
    taken = check(other, chosen, listed)
    change = in_words(other, chosen, len(taken), len(listed))
    draft = start_decree(
        other.kind, other.issuer, by, subject=words.subject(change), example=example or other.file.example,
        considerations=words.considerations(change), clauses=words.clauses(change), effects=[], signing=other.signing,
        clause_changes=[{"clause": n, "text": text} for n, text in sorted(chosen.clauses.items())],
        copies_to=other.copies_to, **plain(chosen),
    )  # fmt: skip
    edit(draft, by, bases=other.bases.all())
    link(draft, by, other, chosen.kind)
    put_rows(draft, chosen, other, [listed[key] for key in taken], listed)
    return draft


def plain(chosen: Chosen) -> dict[str, Any]:
    return {name: getattr(chosen, name) for name in ("effective_on", "expires_on", "retroactive", "grounds", "defect")}


def check(other: Decree, chosen: Chosen, listed: Mapping[int, ListedVillage]) -> list[int]:
    """The villages to be taken, in the list's order. Raises `BadValues`."""
    amending = chosen.kind == LinkKind.AMENDS
    if chosen.kind not in TAKEN or other.state not in VALID:
        raise BadValues({"kind": _("Hanya keputusan yang berlaku yang diubah, dicabut, dibatalkan, atau ditunda.")})
    if foreign := {*chosen.take, *chosen.correct} - set(listed):
        raise BadValues({"rows": _("%(n)d desa tidak tercantum dalam keputusan ini.") % {"n": len(foreign)}})
    if both := set(chosen.take) & set(chosen.correct):
        names = ", ".join(listed[key].name for key in both)
        raise BadValues({"rows": _("Pilih satu saja, dikeluarkan atau diperbaiki: %(names)s.") % {"names": names}})
    if not amending and (chosen.add or chosen.correct or chosen.clauses):
        raise BadValues({"kind": _("Menambah, memperbaiki, dan mengubah diktum hanya dengan perubahan.")})
    if amending and not (chosen.take or chosen.add or chosen.correct or chosen.clauses):
        raise BadValues({"rows": _("Belum ada yang diubah: pilih desa atau diktum.")})
    return [key for key in listed if key in set(chosen.take) or not (amending or chosen.take)]


def in_words(other: Decree, chosen: Chosen, taken: int, listed: int) -> words.Change:
    return words.Change(
        kind=LinkKind(chosen.kind), other=cited(other), issuer=cited(other).title.removeprefix("Keputusan "),
        order=order_of_change(other),
        taken=taken, added=len(chosen.add), corrected=len(chosen.correct), listed=listed,
        clauses=tuple(sorted(chosen.clauses.items())), **plain(chosen),
    )  # fmt: skip


def put_rows(draft: Decree, chosen: Chosen, other: Decree, taken: list[ListedVillage], listed: Mapping[int, ListedVillage]) -> None:
    """Rows that are taken or corrected in the order of the list, then those that are added with the other's effects."""
    corrected = [listed[key] for key in listed if key in chosen.correct]
    changed = [(v, done_to(chosen, v), v.row.data) for v in taken]
    changed += [(v, EffectKind.CORRECT, v.row.data | {"name": chosen.correct[v.row.kampung_id], "was": v.name}) for v in corrected]
    rows = DecreeRow.objects.bulk_create(
        DecreeRow(decree=draft, kampung=village.row.kampung, order=n, effects=[effect], data=data)
        for n, (village, effect, data) in enumerate(changed, 1)
    )
    claim(draft, rows)
    if chosen.add:
        put_on(draft, chosen.add, effects=other.effects)


def done_to(chosen: Chosen, village: ListedVillage) -> str:
    """Who revokes a suspension lets its villages resume."""
    resuming = chosen.kind == LinkKind.REVOKES and EffectKind.SUSPEND in village.row.effects
    return EffectKind.RESUME if resuming else TAKEN[LinkKind(chosen.kind)]


def clauses_now(other: Decree) -> list[Any]:
    """The clauses that an amendment may change, by their lasting numbers."""
    return list(clauses_on(other, today(other.file.zone)))
