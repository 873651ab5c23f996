"""Who came, when, and in whose stead. Each is an act's `prepare`."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.core.wording import long_date
from workflows.villages.input import text

from .input import clock_time
from .states import CheckIn

LONGEST_NAME = 150


def prepare_arrival(deed, seats) -> dict[str, Any]:
    """`at` is when it was noted on a list; without it, now. Raises `BadValues`."""
    how = CheckIn.CODE if deed.values.get("code") else CheckIn.NAME
    proxy = text("proxy", deed.values.get("proxy") or "", LONGEST_NAME)
    return {"time": time_of(deed, seats), "how": str(how), "in_stead": proxy}


def prepare_leaving(deed, seats) -> dict[str, Any]:
    """Raises `BadValues` for a time before he came."""
    left = time_of(deed, seats)
    if early := seats.filter(arrived__gt=left).select_related("office").first():
        words = _("%(who)s tercatat datang pukul %(at)s; jam pulang tidak boleh lebih awal.")
        raise BadValues({"at": words % {"who": early, "at": f"{early.arrived:%H.%M}"}})
    return {"time": left}


def time_of(deed, seats) -> time:
    """As the organiser gives it, else now in the place where they meet, to the minute.

    Raises `BadValues` on another day than the rakor's, whose clock tells nothing, and for a time given with the room's code.
    """
    if given := deed.values.get("at"):
        return noted_by_the_organiser(deed, given)
    held_on, zone = seats.values_list("rakor__held_on", "file__zone")[0]
    if deed.on != held_on:
        words = _("Rakor ini diadakan pada %(day)s; panitia menuliskan jam datang dan pulang.")
        raise BadValues({"at": words % {"day": long_date(held_on)}})
    return datetime.now(ZoneInfo(zone)).time().replace(second=0, microsecond=0)


def noted_by_the_organiser(deed, given: Any) -> time:
    if deed.values.get("code"):
        raise BadValues({"at": _("Dengan kode ruang, jam dicatat sendiri oleh Siklus.")})
    return clock_time("at", given)
