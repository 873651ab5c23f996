"""What a person does about jobs that were parked. The row itself keeps what was said; nothing of the domain changes."""

import logging

from django.db.models import QuerySet
from django.db.models.functions import Now

from worker.errors import WorkerError
from worker.models import Channel, Delivery, Status
from workflows.core.models import Outbox

logger = logging.getLogger(__name__)

ANEW = {"parked_at": None, "attempts": 0, "rung_at": None, "available_at": Now()}


class NotParked(WorkerError):
    """Pekerjaan ini tidak sedang diparkir."""


class NoReason(WorkerError):
    """Tuliskan alasannya dengan --reason."""


def parked() -> QuerySet[Outbox]:
    return Outbox.objects.filter(parked_at__isnull=False)


def retry(pk: int) -> None:
    """Begin a parked row anew, with five attempts. Raises `NotParked`."""
    if not parked().filter(pk=pk).update(**ANEW):
        raise NotParked
    logger.warning("outbox %d is tried anew by hand", pk)


def retry_emails() -> int:
    """Begin all failed e-mails anew, as after a mail server's long absence; returns how many."""
    failed = Delivery.objects.filter(channel=Channel.EMAIL, status=Status.FAILED)
    return failed.update(**ANEW, status=Status.PENDING)


def give_up(pk: int, reason: str) -> None:
    """End a parked row without its effect; the reason stands in `last_error`. Raises `NotParked` or `NoReason`."""
    if not reason.strip():
        raise NoReason
    if not parked().filter(pk=pk).update(parked_at=None, done_at=Now(), last_error=f"Dilepas: {reason}"):
        raise NotParked
    logger.warning("outbox %d is given up by hand: %s", pk, reason)
