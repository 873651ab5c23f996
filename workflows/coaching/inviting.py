"""Which offices hear of an event: those on its list, without the organiser itself."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet

from workflows.core.act import all_of

from .states import EventState

Told = list[dict[str, int]]
"""An event and an office each."""


def tell_listed(deed, events) -> dict[str, Any]:
    """An act's `prepare`: everybody on the list hears of it."""
    return {"told": told(listed(events))}


def listed(events: QuerySet) -> set[tuple[int, int]]:
    lines = all_of("coaching.Participants").filter(event__in=events, list=F("event__lists")).exclude(office=None)
    return set(lines.exclude(office=F("event__office")).values_list("event", "office"))


def newly_listed(events: QuerySet, offices: Iterable[int]) -> Told:
    """Who did not stand on the list before. Nobody is invited to what is over."""
    planned = events.filter(state=EventState.PLANNED).values_list("pk", "office")
    return told({(pk, office) for pk, own in planned for office in offices if office != own} - listed(events))


def told(found: set[tuple[int, int]]) -> Told:
    return [{"event": event, "office": office} for event, office in sorted(found)]
