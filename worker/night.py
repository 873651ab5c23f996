"""Quiet hours: what is told outside the app waits until morning."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from worker.models import Preferences
from workflows.core.clock import DEFAULT_ZONE
from workflows.core.models import Clock
from workflows.organisation.models import Office


def morning(preferences: Preferences, zone: str | None, now: datetime | None = None) -> datetime | None:
    """When the quiet hours end in which it is now in a zone; None outside of them, and in a story, which knows days only."""
    local = (now or datetime.now(UTC)).astimezone(ZoneInfo(zone or DEFAULT_ZONE))
    begin, end = preferences.quiet_from, preferences.quiet_until
    at = local.time()
    quiet = begin <= at < end if begin < end else at >= begin or at < end
    if not (preferences.quiet and quiet and begin != end and is_live()):
        return None
    until = datetime.combine(local.date(), end, local.tzinfo)
    return until if at < end else until + timedelta(days=1)


def is_live() -> bool:
    return Clock.objects.filter(kind=Clock.Kind.LIVE).exists()


def zone_of(office: Office | None) -> str | None:
    return office.region.zone if office and office.region else None
