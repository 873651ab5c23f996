"""The list that a change of holders comes with: checked row by row before anything is written."""

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.errors import Problem, Refused

from .states import REPLACING

TEXTS = ("paper", "note")


def appointments(deed: Any, offices: QuerySet) -> dict[str, list[dict[str, Any]]]:
    """The appointments with every column filled. Raises `Refused` naming the office of each bad row."""
    rows = deed.values["appointments"]
    if not all(isinstance(row, dict) for row in rows):
        raise Refused([_problem(0, _("Setiap baris berisi jabatan, orang, kedudukan, dan dasar penugasan."))])
    known = set(all_of("organisation.Person").filter(is_active=True).values_list("pk", flat=True))
    listed = Counter(row.get("office") for row in rows)
    found = [_problem(pk, _("Belum ada pejabat barunya dalam daftar.")) for pk in deed.subjects if pk not in listed]
    for row in rows:
        if words := _wrong(row, set(deed.subjects), listed, known):
            found.append(_problem(row.get("office"), words))
    if found:
        raise Refused(found)
    return {"appointments": [{"paper_on": None, "note": "", **row} for row in rows]}


def _wrong(row: dict[str, Any], offices: set[int], listed: Counter, people: set[int]) -> str:
    """What is wrong with one appointment, in words; empty when it is right."""
    if row.get("office") not in offices:
        return _("Jabatan %(office)s tidak termasuk yang dipilih.") % {"office": row.get("office")}
    if listed[row["office"]] > 1:
        return _("Jabatan ini ada dua kali dalam daftar.")
    if row.get("person") not in people:
        return _("Orang %(person)s tidak dikenal atau tidak aktif.") % {"person": row.get("person")}
    if row.get("capacity") not in REPLACING:
        return _("Kedudukan “%(capacity)s” harus definitif, pj, atau plt.") % {"capacity": row.get("capacity")}
    if not row.get("paper") or not all(isinstance(row.get(name, ""), str) for name in TEXTS):
        return _("Dasar penugasan (nomor surat keputusan) wajib diisi.")
    return _wrong_day(row.get("paper_on"))


def _wrong_day(given: Any) -> str:
    try:
        date.fromisoformat(given) if given is not None else None
    except (TypeError, ValueError):
        return _("Tanggal surat “%(day)s” harus berbentuk 2024-08-21.") % {"day": given}
    return ""


def _problem(office: Any, words: str) -> Problem:
    return Problem(office if isinstance(office, int) else 0, "office", "appointments", words, "")
