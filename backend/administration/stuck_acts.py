"""What an administrator's office did about stuck work: the acts, and what the journal tells of them."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import BigIntegerField, Model, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from backend.words import label_of_act
from workflows.core.door import perform
from workflows.core.models import JournalEntry
from workflows.organisation.models import Mandate, Office

from .history import MOST, Line

RETRY, GIVE_UP, SETTLE = Office.retry_work, Office.give_up_work, Office.settle_signing
STUCK_ACTS = [f"organisation.Office.{act.__name__}" for act in (RETRY, GIVE_UP, SETTLE)]


def handle(act: Callable, row: Model, said: str, do: Callable[[], Any], by: Mandate, reason: str = "", **more: Any) -> None:
    """Done and in the journal, or neither. Raises what `perform` and `do` raise."""
    with transaction.atomic():
        do()
        perform(act, by.office, by=by, reason=reason, values={"work": row._meta.label_lower, "row": row.pk, "said": said} | more)


def handled(rows: QuerySet) -> list[Line]:
    """What was done about any of these rows, the newest first."""
    found = JournalEntry.objects.filter(act__in=STUCK_ACTS, values__work=rows.model._meta.label_lower)
    about = found.alias(row=Cast(KT("values__row"), BigIntegerField())).filter(row__in=rows.order_by().values("pk"))
    return [line_of(entry) for entry in about.select_related("person").order_by("-pk")[:MOST]]


def line_of(entry: JournalEntry) -> Line:
    return Line(entry.at, entry.person.full_name, label_of_act(entry.act), entry.values["said"], entry.reason)
