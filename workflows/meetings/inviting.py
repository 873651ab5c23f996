"""Who is invited: rules (*semua camat*), single offices and guests by name, turned into seats that stay."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Office, Region, Role
from workflows.organisation.models.office import OfficeQuerySet
from workflows.organisation.models.region import within
from workflows.routes.planning import ancestors
from workflows.villages.input import text

from .input import the_one

MOST = 2_000
LONGEST = 150
NEVER = [Role.SYSTEM, Role.ADMINISTRATOR]
INVITABLE = [role for role in Role.values if role not in NEVER]
Invite = dict[str, Any]


def checked_invites(field: str, given: Any, region: Region) -> list[Invite]:
    """`{"role"}` (all its offices in the territory), `{"office"}` (an id) or `{"name"}` (a guest, with his `group`).

    A `group` names the element on the list of attendance. Raises `BadValues` naming each row (`invites.2`).
    """
    if not isinstance(given, list) or len(given) > MOST:
        raise BadValues({field: _("Paling banyak %(n)d baris undangan.") % {"n": MOST}})
    asked = [row.get("office") for row in given if isinstance(row, dict)]
    offices = offices_near(region).in_bulk([pk for pk in asked if type(pk) is int])
    wrong = {f"{field}.{n}": words for n, row in enumerate(given, 1) if (words := wrong_with(row, offices))}
    if wrong:
        raise BadValues(wrong)
    return [cleaned(row) for row in given]


def offices_near(region: Region) -> OfficeQuerySet:
    """Those in the territory and those above it."""
    near = within(region.path, "region__") | Q(region__in=ancestors(region))
    return Office.objects.active().filter(near).exclude(role__in=NEVER)


def wrong_with(row: Any, offices: dict[int, Office]) -> str:
    if not isinstance(row, dict) or len([key for key in ("role", "office", "name") if row.get(key)]) != 1:
        return _("Pilih peran, kantor, atau tulis nama tamu; salah satu.")
    if row.get("role") and row["role"] not in INVITABLE:
        return _("Peran ini tidak dikenal; pilih: %(roles)s.") % {"roles": ", ".join(INVITABLE)}
    if row.get("office") and not (type(row["office"]) is int and row["office"] in offices):
        return _("Kantor ini tidak dikenal di wilayah rakor.")
    if not all(isinstance(row.get(key, ""), str) and len(row.get(key, "")) <= LONGEST for key in ("name", "group")):
        return _("Paling panjang %(n)d huruf.") % {"n": LONGEST}
    named = not row.get("name") or (row["name"].strip() and row.get("group", "").strip())
    return "" if named else _("Tulis nama tamu ini dan unsur yang diwakilinya.")


def cleaned(row: Invite) -> Invite:
    kept = {key: row[key] for key in ("role", "office") if row.get(key)}
    return kept | {key: text(key, row.get(key, ""), LONGEST) for key in ("name", "group") if row.get(key)}


# --- prepares -----------------------------------------------------------------------------------------------------------


def expand(deed, rakors) -> dict[str, Any]:
    """The seats of the rules as they stand, and who is told. Raises `BadValues` where they name nobody."""
    rakor = the_one(deed, rakors)
    if not (found := list(seats_of(rakor, rakor.invites, set(), 0))):
        raise BadValues({"invites": _("Tidak ada kantor yang cocok dengan daftar undangan; ubah dahulu siapa yang diundang.")})
    return with_told(rakor, found)


def more_seats(deed, rakors) -> dict[str, Any]:
    """Further seats; whoever has one keeps it. Raises `BadValues`."""
    rakor = the_one(deed, rakors)
    invites = checked_invites("seats", deed.values["seats"], rakor.file.region)
    seated = list(rakor.seats.values_list("office", "group", "name"))
    found = list(seats_of(rakor, invites, {keyed(*one) for one in seated}, len(seated)))
    if not found:
        raise BadValues({"seats": _("Semua yang disebut sudah diundang.")})
    return with_told(rakor, found)


def tell_invited(deed, rakors) -> dict[str, Any]:
    """Everybody with a seat hears of it."""
    rakor = the_one(deed, rakors)
    return {"told": [{"file": rakor.pk, "office": office} for office in rakor.seats.values_list("office", flat=True) if office]}


def with_told(rakor, seats: list[dict[str, Any]]) -> dict[str, Any]:
    return {"seats": seats, "told": [{"file": rakor.pk, "office": seat["office"]} for seat in seats if seat["office"]]}


def seats_of(rakor, invites: Iterable[Invite], taken: set[Any], number: int) -> Iterator[dict[str, Any]]:
    """A row for each office and guest that is not `taken`, counted on from `number`."""
    for invite in invites:
        for office, group, name in named_by(invite, rakor.file.region):
            if (key := keyed(office, group, name)) in taken:
                continue
            taken.add(key)
            number += 1
            yield {"file": rakor.pk, "rakor": rakor.pk, "number": number, "group": group, "office": office, "name": name}


def keyed(office: int | None, group: str, name: str) -> Any:
    """An office sits once, whatever it is invited as."""
    return office or (group, name)


def named_by(invite: Invite, region: Region) -> Iterator[tuple[int | None, str, str]]:
    """(office, group, name) of those whom a rule names."""
    if name := invite.get("name"):
        yield None, invite["group"], name
        return
    named = Q(pk=invite["office"]) if "office" in invite else within(region.path, "region__") & Q(role=invite["role"])
    for pk, role in Office.objects.active().filter(named).order_by("region__path", "pk").values_list("pk", "role"):
        yield pk, invite.get("group") or capfirst(str(Role(role).label)), ""
