"""How the outbox fares, for whoever watches over Siklus."""

from datetime import timedelta

from django.db.models.functions import Now

from worker.parked import parked
from workflows.core.models import Outbox

LATE = timedelta(minutes=5)


def fares() -> str:
    """`ok`; `late` when something has been due for five minutes; `parked` when something needs a person."""
    if parked().exists():
        return "parked"
    if Outbox.objects.due().filter(available_at__lt=Now() - LATE).exists():
        return "late"
    return "ok"
