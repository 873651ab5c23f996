"""Day and time as officials write them, with the zone: who reads a time in Kalimantan must know whose clock it is."""

from datetime import date, datetime

from django.utils.timezone import get_current_timezone_name, localtime

from workflows.core.wording import long_date
from workflows.organisation.models.region import Zone


def time_of(at: datetime) -> str:
    """`14.05 WIB` in the present zone; a zone outside Indonesia has no word here."""
    zone = get_current_timezone_name()
    return f"{localtime(at):%H.%M} {Zone(zone).label if zone in Zone.values else ''}".strip()


def moment_of(at: datetime) -> str:
    """`6 Mei 2024 14.05 WIB`."""
    return f"{long_date(localtime(at).date())} {time_of(at)}"


def moment_on(day: date, at: datetime) -> str:
    """The day of an act, with the time unless the day was taken from paper or from a story."""
    return moment_of(at) if localtime(at).date() == day else long_date(day)
