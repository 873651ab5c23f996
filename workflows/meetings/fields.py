"""The fields of a rakor as its organiser types them: each is checked, and what they say together."""

from collections.abc import Callable
from datetime import time
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Office, Region
from workflows.villages.input import day, text

from .input import clock_time
from .inviting import checked_invites, offices_near
from .states import QuorumKind

MOST_ITEMS = 40
MOST_OFFICES = 10_000
LONGEST = 300
Check = Callable[[str, Any, Region], Any]
TOGETHER = ("begins", "ends", "chair", "note_taker", "scribe", "quorum", "quorum_kind")
"""Fields that must agree (`refuse_disorder`)."""


def office(field: str, given: Any, region: Region) -> Office | None:
    """An office of the territory or above it, by its id. Raises `BadValues`."""
    found = offices_near(region).filter(pk=given).first() if type(given) is int else None
    if given is not None and found is None:
        raise BadValues({field: _("Pilih kantor di wilayah rakor.")})
    return found


def required_office(field: str, given: Any, region: Region) -> Office:
    if (found := office(field, given, region)) is None:
        raise BadValues({field: _("wajib diisi")})
    return found


def agenda(field: str, given: Any, region: Region) -> list[str]:
    if not isinstance(given, list) or not 1 <= len(given) <= MOST_ITEMS:
        raise BadValues({field: _("Tulis satu acara satu baris, paling banyak %(n)d.") % {"n": MOST_ITEMS}})
    return [words(field, item, region) for item in given]


def words(field: str, given: Any, _region: Region) -> str:
    if not (said := text(field, given, LONGEST)):
        raise BadValues({field: _("wajib diisi")})
    return said


def quorum(field: str, given: Any, _region: Region) -> int | None:
    if given is not None and (type(given) is not int or not 1 <= given <= MOST_OFFICES):
        words = _("Kuorum berupa bilangan bulat dari 1 sampai %(most)d; kosong berarti tanpa kuorum.")
        raise BadValues({field: words % {"most": MOST_OFFICES}})
    return given


def quorum_kind(field: str, given: Any, _region: Region) -> str:
    if given not in QuorumKind.values:
        raise BadValues({field: _("Pilih: %(kinds)s.") % {"kinds": ", ".join(QuorumKind.values)}})
    return given


CHECKS: dict[str, Check] = {
    "held_on": lambda field, given, _region: day(field, given),
    "begins": lambda field, given, _region: given if isinstance(given, time) else clock_time(field, given),
    "ends": lambda field, given, _region: given if given is None or isinstance(given, time) else clock_time(field, given),
    "place": words, "agenda": agenda, "opener": office, "chair": required_office, "note_taker": office,
    "scribe": lambda field, given, _region: text(field, given, 150), "invites": checked_invites, "quorum": quorum,
    "quorum_kind": quorum_kind,
}  # fmt: skip


def checked(fields: dict[str, Any], region: Region) -> dict[str, Any]:
    """The fields as they are kept. Raises `BadValues` naming all that is wrong."""
    kept: dict[str, Any] = {}
    wrong = {name: _("tidak dikenal") for name in fields if name not in CHECKS}
    for name in fields.keys() & CHECKS.keys():
        try:
            kept[name] = CHECKS[name](name, fields[name], region)
        except BadValues as bad:
            wrong |= bad.fields
    if wrong:
        raise BadValues(wrong)
    return kept


def planned(rakor) -> dict[str, Any]:
    """What `refuse_disorder` looks at, as it stands."""
    return {name: getattr(rakor, name) for name in TOGETHER}


def refuse_disorder(given: dict[str, Any]) -> None:
    """What the fields say together. Raises `BadValues`."""
    wrong = {}
    if given.get("ends") and given["ends"] <= given["begins"]:
        wrong["ends"] = _("Rakor selesai sesudah mulai.")
    if given.get("note_taker") == given["chair"]:
        wrong["note_taker"] = _("Pimpinan rapat tidak menjadi notulis; pilih kantor lain atau tulis namanya.")
    if bool(given.get("note_taker")) == bool(given.get("scribe")):
        wrong["scribe"] = _("Pilih kantor notulis atau tulis namanya; salah satu.")
    if given.get("quorum_kind", QuorumKind.SHARE) == QuorumKind.SHARE and (given.get("quorum") or 0) > 100:
        wrong["quorum"] = _("Paling banyak 100 persen.")
    if wrong:
        raise BadValues(wrong)
