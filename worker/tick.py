"""One tick of the clock: whatever has become due, in every zone, by the mandate of the Sistem office."""

import logging
from collections import defaultdict
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models.functions import Now

from worker.models import Due
from worker.schedule import SCHEDULE, Slot
from workflows.core.clock import today
from workflows.core.door import perform
from workflows.core.errors import NotDone
from workflows.organisation.offices import system_mandate, zones_at_work

logger = logging.getLogger(__name__)

THE_CLOCK = 5_1945
"""The advisory lock that lets only one scheduler act at a time."""


def run_due() -> int:
    """Do what is due by the database's clock; returns how many rows were acted upon. What was missed is done late.

    Raises an `ExceptionGroup` after the last slot if some of them failed.
    """
    failures, count, zones = [], 0, zones_at_work()
    for slot in SCHEDULE:
        for zone in zones:
            try:
                count += run(slot, zone)
            except Exception as error:
                logger.exception("%s in %s failed", slot.transition, zone)
                failures.append(error)
    if failures:
        raise ExceptionGroup("the clock could not do everything that is due", failures)
    return count


def run(slot: Slot, zone: str) -> int:
    """One act for each kind of file: the door takes no mixed sets."""
    day = today(zone)
    return sum(act(slot, zone, day, due) for due in by_kind(slot, zone, day))


def by_kind(slot: Slot, zone: str, day: date) -> list[dict[int, date]]:
    """For each kind of file: key → the day it was due on."""
    found: dict[str, dict[int, date]] = defaultdict(dict)
    for pk, kind, on in slot.waiting(day, zone).order_by("pk").values_list("pk", slot.kind, slot.due_on):
        found[kind][pk] = on
    return list(found.values())


def act(slot: Slot, zone: str, day: date, due: dict[int, date]) -> int:
    """All of them at once; if one is refused, one by one, so that it keeps nobody else waiting."""
    try:
        return together(slot, zone, day, list(due))
    except NotDone as refusal:
        if len(due) > 1:
            return sum(act(slot, zone, day, {pk: on}) for pk, on in due.items())
        logger.warning("%s of %s was refused: %s", slot.transition, *due, refusal)
        note(slot, day, due, problem=str(refusal))
        return 0


@transaction.atomic
def together(slot: Slot, zone: str, day: date, keys: list[int]) -> int:
    """The act and the note that it is done, both or neither; nothing while another scheduler is at it."""
    if not alone():
        return 0
    rows = slot.waiting(day, zone).filter(pk__in=keys)  # asked again: another scheduler may have come before
    due = dict(rows.values_list("pk", slot.due_on))
    if due:
        perform(slot.transition, rows.model._default_manager.filter(pk__in=due), by=system_mandate())
        note(slot, day, due, done_at=Now())
    return len(due)


def alone() -> bool:
    """Until the end of the transaction, if nobody else is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [THE_CLOCK])
        return cursor.fetchone()[0]


def note(slot: Slot, day: date, due: dict[int, date], **outcome: Any) -> None:
    rows = [
        Due(kind=slot.transition, object_id=pk, due_on=on, tried_on=day, tried_at=Now(), **outcome)
        for pk, on in due.items()
    ]
    Due.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["kind", "object_id", "due_on"],
        update_fields=["tried_on", "tried_at", "done_at", "problem"],
    )  # fmt: skip
