"""How things and moments are called in a log."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

Json = dict[str, Any]
FILE, OFFICE = "file", "office"
EVER = "1970-01-01T00:00:00Z"
"""When attributes that never change are said to have begun, as the standard has it."""


def name_of(kind: str, pk: int) -> str:
    return f"{kind}:{pk}"


def moment(on: date, at: datetime, zone: ZoneInfo) -> str:
    """The act's own day with the time of day at which it was written: for live acts that is when it was."""
    written: time = at.astimezone(zone).time()
    return datetime.combine(on, written, zone).isoformat(timespec="milliseconds")


def lasting(**values: str) -> list[Json]:
    """Attributes that never change, as far as there are any."""
    return [{"name": name, "time": EVER, "value": value} for name, value in values.items() if value]


def strings(*names: str) -> list[Json]:
    """What attributes a type has."""
    return [{"name": name, "type": "string"} for name in names]
