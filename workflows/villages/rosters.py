"""The rosters of Pokja: drafted with a decree, and resolved to people on a date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.errors import BadValues
from workflows.core.models import File, raise_version
from workflows.organisation.mandates import holders, title_on
from workflows.organisation.models import Office

from .models import KampungKB, Member, Pokja
from .posts import SECTIONS
from .states import Structure

LONGEST = {"position": 60, "section": 100, "name": 150, "element": 150}


@transaction.atomic
def set_roster(
    file: File, kampung: KampungKB | None, members: list[dict[str, Any]], structure: str = Structure.SEKSI
) -> Pokja:
    """The roster of one village (None: of every listed village) on the draft of a decree; a former one is replaced.

    A member has `position`, perhaps `section` and `element`, and a `name` or an `office` (its id: ex officio, whoever
    holds it); where no village is named an `element` ("Peratin/Lurah") is enough.

    Raises `BadValues` naming the row and field; whether the roster is complete is asked on submission.
    """
    if wrong := {f"members.{n}.{key}": words for n, member in enumerate(members, 1)
                 for key, words in wrong_with(member, structure, kampung is None).items()}:  # fmt: skip
        raise BadValues(wrong)
    raise_version(file.pk)
    check_draft(file, kampung, structure)
    check_offices(members)
    pokja, _new = Pokja.objects.update_or_create(file=file, kampung=kampung, defaults={"structure": structure})
    pokja.members.all().delete()
    Member.objects.bulk_create(seat(pokja, n, member) for n, member in enumerate(members, 1))
    return pokja


def wrong_with(member: Any, structure: str, for_all: bool = False) -> dict[str, str]:
    """Key → what is wrong with it and what to do."""
    if not isinstance(member, dict):
        return {"position": _("Setiap anggota berisi kedudukan dan nama atau jabatan.")}
    wrong = {key: _("tidak dikenal") for key in set(member) - {*LONGEST, "office"}}
    for key, longest in LONGEST.items():
        if not isinstance(member.get(key, ""), str) or len(member.get(key, "")) > longest:
            wrong[key] = _("Isi berupa teks paling panjang %(n)d huruf.") % {"n": longest}
    if wrong:
        return wrong
    if not member.get("position", "").strip():
        wrong["position"] = _("Isi kedudukannya, misalnya Ketua atau Anggota.")
    known = member.get("name", "").strip() or member.get("office") is not None
    if not known and not (for_all and member.get("element", "").strip()):
        wrong["name"] = _("Isi nama anggota, atau pilih jabatan yang menjadi anggota karena jabatannya.")
    if structure == Structure.SEKSI and member.get("section", "") not in ("", *SECTIONS):
        wrong["section"] = _("Pilih salah satu seksi: %(names)s.") % {"names": ", ".join(SECTIONS)}
    return wrong


def check_draft(file: File, kampung: KampungKB | None, structure: str) -> None:
    if structure not in Structure.values:
        raise BadValues({"structure": _("Pilih seksi atau bidang.")})
    if not all_of("decrees.Decree").filter(pk=file.pk, state__in=["draft", "returned"]).exists():
        raise BadValues({"state": _("Susunan Pokja hanya diubah selama keputusannya konsep atau dikembalikan.")})
    if kampung and not all_of("decrees.DecreeRow").filter(decree=file.pk, kampung=kampung, struck=False).exists():
        raise BadValues({"kampung": _("%(name)s belum ada dalam daftar keputusan ini.") % {"name": kampung}})


def check_offices(members: list[dict[str, Any]]) -> None:
    wanted = {n: member["office"] for n, member in enumerate(members, 1) if member.get("office") is not None}
    known = set(Office.objects.filter(state="active").values_list("pk", flat=True).filter(pk__in=numbers(wanted.values())))
    words = _("Jabatan ini tidak ada atau sudah dihapus; pilih yang lain.")
    if wrong := {f"members.{n}.office": words for n, office in wanted.items() if office not in known}:
        raise BadValues(wrong)


def numbers(values: Iterable[Any]) -> list[int]:
    return [value for value in values if isinstance(value, int) and not isinstance(value, bool)]


def seat(pokja: Pokja, order: int, member: dict[str, Any]) -> Member:
    texts = {key: member.get(key, "").strip() for key in LONGEST}
    return Member(pokja=pokja, order=order, office_id=member.get("office"), **texts)


@dataclass(frozen=True)
class Seat:
    """A seat as it is filled on a day; `name` is empty while the office of an ex-officio member is vacant."""

    position: str
    section: str
    name: str
    element: str
    ex_officio: bool


def members_on(pokja: Pokja, on: date) -> list[Seat]:
    """Who sits in a Pokja on a day: personal members as named, ex-officio members as their office is held then."""
    members = list(pokja.members.select_related("office"))
    held = holders([m.office_id for m in members if m.office_id], on)
    return [seat_on(member, held, on) for member in members]


def seat_on(member: Member, held: dict[int, list], on: date) -> Seat:
    if member.office is None:
        return Seat(member.position, member.section, member.name, member.element, ex_officio=False)
    holding = held.get(member.office.pk, [])
    name = holding[0].person.full_name if holding else ""
    element = member.element or (title_on(holding[0], on) if holding else member.office.label)
    return Seat(member.position, member.section, name, element, ex_officio=True)
