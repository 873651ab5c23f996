"""Any act may happen on paper: one person records it, a second confirms it, and only then it is done."""

from datetime import date
from typing import Any

from django.db import transaction

from workflows.core.door import perform
from workflows.core.models import JournalEntry

from .models import Assignment, PaperRecord
from .states import PaperState


def record(
    assignment: Assignment, act: str, *, by: Any, on: date, official: Any, attachment: int, reason: str = "",
    values: dict[str, Any] | None = None, **given: Any,
) -> PaperRecord:  # fmt: skip
    """Record that `official` (a mandate) did `act` on paper on the day `on`; `attachment` is the scan's id.

    Nothing changes yet. Raises what `perform` raises.
    """
    recorded = {"act": act, "official": official.pk, "on": on.isoformat(), "attachment": attachment, "values": values or {}}
    perform(Assignment.record_paper, assignment, by=by, reason=reason, values=recorded, **given)
    return PaperRecord.objects.get(assignment=assignment, state=PaperState.RECORDED)


@transaction.atomic
def confirm(record: PaperRecord, *, by: Any, **given: Any) -> JournalEntry:
    """A second person has compared the paper: the act is done for the official, by his mandate of that day.

    The journal then names the official, the record names who recorded it, and its own entry who confirmed. Raises
    `Refused` when the act itself is not possible; then nothing is confirmed either.
    """
    perform(PaperRecord.confirm, record, by=by, **given)
    official = type(record).objects.select_related("official__office", "official__person").get(pk=record.pk).official
    return perform(
        f"routes.Assignment.{record.act}", record.assignment, by=official, on=record.on, read=record.read,
        reason=record.reason, key=given.get("key"), values=record.values | {"paper": record.pk},
    )  # fmt: skip


def refuse(record: PaperRecord, *, by: Any, reason: str, **given: Any) -> JournalEntry:
    """The record does not agree with the paper; it can be recorded anew."""
    return perform(PaperRecord.refuse, record, by=by, reason=reason, **given)
