"""Who came, when, and in whose stead. Each is an act's `prepare`."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

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
    return {"time": time_of(deed, seats)}


def time_of(deed, seats) -> time:
    """As given, else now in the place where they meet, to the minute."""
    if given := deed.values.get("at"):
        return clock_time("at", given)
    zone = seats.values_list("file__zone", flat=True)[0]
    return datetime.now(ZoneInfo(zone)).time().replace(second=0, microsecond=0)
