"""What happens to a decree's papers: serials of the originals, who received it, and the letter that reported it.

Facts that officials state; none of them changes what holds.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, DateField, Field, IntegerField, OuterRef, Subquery, TextField
from django.utils.translation import gettext as _

from workflows.core.act import Add, Item, Listed, all_of
from workflows.core.errors import BadValues
from workflows.organisation.states import OfficeState
from workflows.villages.input import day, text

from .states import Channel

MOST_COPIES = 20

SERIALS: dict[str, Field] = {
    "decree": BigIntegerField(), "office": BigIntegerField(), "copy": IntegerField(), "serial": TextField(),
    "printed_on": DateField(),
}  # fmt: skip
ADD_ORIGINALS = Add("decrees.PrintedOriginal", Listed("originals", SERIALS), {name: Item(name) for name in SERIALS})
CONVEYED: dict[str, Field] = {
    "row": BigIntegerField(), "conveyed_on": DateField(), "channel": TextField(), "receiver": TextField(),
    "note": TextField(), "proof": BigIntegerField(),
}  # fmt: skip
ADD_CONVEYANCES = Add("decrees.Conveyance", Listed("conveyances", CONVEYED), {name: Item(name) for name in CONVEYED})


def one_of(decrees):
    """The only decree of the act. Raises `BadValues` for several."""
    found = list(decrees.select_related("issuer__region")[:2])
    if len(found) != 1:
        raise BadValues({"ids": _("Satu keputusan setiap kali.")})
    return found[0]


def day_after(name: str, given: str, decree, deed) -> date:
    """A day from the decision until today, as people state it. Raises `BadValues`."""
    stated = day(name, given)
    if stated > deed.today or decree.decided_on and stated < decree.decided_on:
        raise BadValues({name: _("Tanggal ini antara tanggal penetapan dan hari ini.")})
    return stated


# --- reported to the Bupati, through the Camat (Buku A.2 of Permendagri 47/2016 has a column for it)


def prepare_report(deed, decrees) -> dict[str, Any]:
    decree = one_of(decrees)
    text("number", deed.values["number"], 100)
    return {"reported": day_after("reported_on", deed.values["reported_on"], decree, deed)}


# --- serial numbers of the special paper


def prepare_originals(deed, decrees) -> dict[str, Any]:
    """The originals as given: `[{"copy": 1, "serial": "A 000123"}, …]`. Raises `BadValues` naming the copy."""
    decree = one_of(decrees)
    given = [serial_in(item) for item in deed.values["serials"]]
    used = all_of("decrees.PrintedOriginal").filter(office=decree.issuer_id, serial__in=[serial for _copy, serial in given])
    twice = [*used.values_list("serial", flat=True), *repeated(serial for _copy, serial in given)]
    if twice:
        raise BadValues({"serials": _("Nomor seri ini sudah dipakai: %(serials)s.") % {"serials": ", ".join(sorted(set(twice)))}})
    return {"originals": [
        {"decree": decree.pk, "office": decree.issuer_id, "copy": copy, "serial": serial, "printed_on": deed.on}
        for copy, serial in given
    ]}  # fmt: skip


def serial_in(item: Any) -> tuple[int, str]:
    copy, serial = (item.get("copy"), item.get("serial")) if isinstance(item, dict) else (None, None)
    if type(copy) is not int or not 1 <= copy <= MOST_COPIES:
        raise BadValues({"serials": _("Rangkap disebut dengan bilangan 1 sampai %(most)d.") % {"most": MOST_COPIES}})
    if not isinstance(serial, str) or not 0 < len(serial.strip()) <= 40:
        raise BadValues({"serials": _("Rangkap %(copy)d: nomor seri berisi 1 sampai 40 tanda.") % {"copy": copy}})
    return copy, serial.strip().upper()


def repeated(serials: Iterable[str]) -> list[str]:
    return [serial for serial, times in Counter(serials).items() if times > 1]


# --- brought to the villages


def prepare_conveyances(deed, decrees) -> dict[str, Any]:
    """One conveyance for each row named by its number in the list; none named means all that have none yet.

    The receiver is the one given, else the village's head. Raises `BadValues`.
    """
    decree, values = one_of(decrees), deed.values
    proof = values.get("proof")
    if values["channel"] not in Channel.values:
        raise BadValues({"channel": _("Pilih lewat apa disampaikan: %(known)s.") % {"known": ", ".join(Channel.values)}})
    if proof and not all_of("core.Attachment").filter(pk=proof, uploaded_by=deed.by.person_id).exists():
        raise BadValues({"proof": _("Unggah buktinya lebih dahulu.")})
    same = {"conveyed_on": day_after("conveyed_on", values["conveyed_on"], decree, deed), "channel": values["channel"],
            "note": text("note", values.get("note") or "", 300), "proof": proof}  # fmt: skip
    receiver = text("receiver", values.get("receiver") or "", 200)
    rows = rows_to_convey(decree, values.get("rows"))
    return {"conveyances": [same | {"row": row.pk, "receiver": receiver or row.head or row.kampung.region.name} for row in rows]}


def rows_to_convey(decree, numbers: list | None) -> list:
    heads = all_of("organisation.Office").filter(role="village_head", state=OfficeState.ACTIVE, region=OuterRef("kampung__region"))
    rows = decree.rows.filter(struck=False).select_related("kampung__region").annotate(head=Subquery(heads.values("label")[:1]))
    found = list(rows.filter(order__in=whole(numbers)) if numbers else rows.filter(conveyances=None))
    missing = sorted(set(numbers or []) - {row.order for row in found})
    if missing:
        raise BadValues({"rows": _("Nomor urut ini tidak ada dalam daftar: %(rows)s.") % {"rows": ", ".join(map(str, missing))}})
    if not found:
        raise BadValues({"rows": _("Semua desa dalam daftar sudah menerima.")})
    return found


def whole(numbers: list) -> list[int]:
    if any(type(number) is not int or not 0 < number < 2**31 for number in numbers):
        raise BadValues({"rows": _("Baris disebut dengan nomor urutnya dalam daftar.")})
    return numbers
