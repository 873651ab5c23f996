"""Edits on the way: by the office whose task is open. The new text is frozen at once and the others confirm it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Region
from workflows.routes.submitting import change_snapshot

from .bases import LegalBasis

TEXT = ["subject", "considerations", "clauses", "copies_to"]
KNOWN = {*TEXT, "bases", "strike", "add"}


def apply_changes(deed, decrees) -> dict[str, Any]:
    """Apply `changes` under the lock and freeze the result.

    `changes`: new values for subject, considerations, clauses, copies_to; `bases`
    [id of what is cited, …]; `strike` [{"row": order, "reason": …}];
    `add` [{"region": id, "data": {…}}]. Raises `BadValues` naming what is wrong; nothing is stored then.
    """
    changes = deed.values["changes"]
    if unknown := set(changes) - KNOWN:
        raise BadValues({f"changes.{name}": _("tidak dikenal") for name in unknown})
    if len(deed.subjects) != 1:
        raise BadValues({"changes": _("Ubah satu naskah sekali tindakan.")})
    decree = decrees.select_related("issuer__region", "file").get()
    for name in set(TEXT) & set(changes):
        setattr(decree, name, changes[name])
    decree.save(update_fields=[*set(TEXT) & set(changes)] or ["subject"])
    cite(decree, changes.get("bases"), deed.today)
    strike(decree, changes.get("strike", []))
    add(decree, changes.get("add", []))
    return change_snapshot(deed, decrees)


def cite(decree, bases: list[int] | None, today: date) -> None:
    """What the decree cites, in place of what it cited. Raises `BadValues` for what is unknown, or nothing at all."""
    if bases is None:
        return
    offered = LegalBasis.objects.citable(decree.file.region, today, decree)
    known = offered.in_bulk([key for key in bases if type(key) is int])
    if not bases or len(known) != len(bases):
        raise BadValues({"bases": _("Pilih dasar hukum dari daftar, paling sedikit satu.")})
    decree.bases.set(known)


def strike(decree, struck: list[dict[str, Any]]) -> None:
    """Strike rows by their number in the list, each with its reason; the village is free for another draft."""
    rows = {row.order: row for row in decree.rows.filter(struck=False)}
    for n, given in enumerate(struck, 1):
        row = rows.get(given.get("row"))
        if row is None or not str(given.get("reason") or "").strip():
            raise BadValues({f"strike.{n}": _("Sebutkan nomor baris yang tercantum dan alasan pencoretannya.")})
        row.struck, row.strike_reason = True, given["reason"].strip()
        row.save(update_fields=["struck", "strike_reason"])
        row.claims.update(open=False)


def add(decree, added: list[dict[str, Any]]) -> None:
    from .drafting import put_on  # models import the lifecycle, which imports this

    regions = Region.objects.in_bulk([given.get("region") for given in added])
    if missing := [n for n, given in enumerate(added, 1) if given.get("region") not in regions]:
        raise BadValues({f"add.{n}": _("Desa/kelurahan tidak dikenal.") for n in missing})
    if added:
        put_on(decree, [(regions[given["region"]], given.get("data", {})) for given in added])
