"""What is written with an event: its new plan, its list of participants, how it was held. Each is an act's `prepare`."""

import re
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Mandate
from workflows.organisation.models.region import within
from workflows.routes.planning import ancestors
from workflows.villages.input import day

from .input import offices_in, past_day, words
from .inviting import listed, newly_listed, told

MOST_LINES, MOST_PEOPLE = 500, 100_000
KEYS = {"office", "element", "count", "waiting"}
SOMEBODYS_NUMBER = re.compile(r"(?:\d[ .-]?){8}")
"""Longer than any number in the name of a group: a NIK, a NIP, a telephone."""


def prepare_change(deed, events) -> dict[str, Any]:
    """What is given anew of a planned event; who is on its list hears of another day or place. Raises `BadValues`."""
    given = deed.values
    if (capacity := given.get("capacity")) is not None and not 1 <= capacity <= MOST_PEOPLE:
        raise BadValues({"capacity": _("Kapasitas berupa bilangan bulat mulai dari 1.")})
    planned = day("planned_on", given["planned_on"]) if given.get("planned_on") else None
    where = words("place", given["place"], 200) if given.get("place") else None
    return {"planned": planned, "where": where, "told": told(listed(events)) if planned or where else []}


def prepare_list(deed, events) -> dict[str, Any]:
    """The lines of the new list of each event, and who is invited by it. Raises `BadValues` naming the line."""
    given = deed.values["participants"]
    if len(given) > MOST_LINES:
        raise BadValues({"participants": _("Paling banyak %(n)d baris.") % {"n": MOST_LINES}})
    known = offices_in([line.get("office") for line in given if isinstance(line, dict)])
    wrong = {f"participants.{n}": fault for n, line in enumerate(given, 1) if (fault := wrong_with(line, known))}
    if wrong:
        raise BadValues(wrong)
    lines = [{"office": line.get("office"), "element": line.get("element", "").strip(), "count": line["count"],
              "waiting": line.get("waiting", 0)} for line in given]  # fmt: skip
    if len({(line["office"], line["element"]) for line in lines}) < len(lines):
        raise BadValues({"participants": _("Kantor atau unsur yang sama tertulis dua kali; jumlahkan dalam satu baris.")})
    numbers = events.values_list("pk", "lists")
    offices = [line["office"] for line in lines if line["office"]]
    return {"lines": [line | {"event": pk, "list": lists + 1} for pk, lists in numbers for line in lines],
            "told": newly_listed(events, offices)}  # fmt: skip


def wrong_with(line: Any, known: set[int]) -> str:
    """What is wrong with a line; "" when nothing is."""
    if not isinstance(line, dict) or set(line) - KEYS:
        return _("Setiap baris berisi kantor (office) atau unsur (element), jumlahnya (count), dan yang menunggu (waiting).")
    office, element = line.get("office"), line.get("element", "")
    if not are_heads(line.get("count"), line.get("waiting", 0)):
        return _("Jumlah peserta berupa bilangan bulat mulai dari 1.")
    if not isinstance(element, str) or len(element) > 150:
        return _("Unsur berupa teks paling panjang %(n)d huruf.") % {"n": 150}
    if SOMEBODYS_NUMBER.search(element):
        return _("Jangan menulis NIK atau nomor orang; cukup nama kantor atau unsurnya.")
    if (office is None) == (not element.strip()):
        return _("Isi salah satu: kantor atau unsur.")
    return "" if office is None or (type(office) is int and office in known) else _("Kantor ini tidak dikenal.")


def are_heads(count: Any, waiting: Any) -> bool:
    """Whether both are numbers of people, and somebody is meant."""
    return type(count) is int and type(waiting) is int and min(count, waiting) >= 0 and 1 <= count + waiting <= MOST_PEOPLE


def prepare_holding(deed, events) -> dict[str, Any]:
    """The day of the event and by which mandate it was opened. Raises `BadValues`."""
    held, opener = past_day("held_on", deed.values["held_on"], deed.today), deed.values.get("opened_by")
    if opener is not None and any(not may_open(opener, event, held) for event in events.select_related("office__region")):
        raise BadValues({"opened_by": _("Pilih pejabat wilayah ini yang menjabat pada tanggal itu.")})
    return {"held": held}


def may_open(mandate: int, event, held: date) -> bool:
    """Whether a mandate, more than staff's, held on the day, in the organiser's territory or above it."""
    place = event.office.territory
    here = within(place.path, "office__region__") | Q(office__region__in=ancestors(place))
    return Mandate.objects.in_force(held).deciding().filter(here, pk=mandate).exists()
