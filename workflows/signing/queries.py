"""Which requests are about what."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from workflows.core.act import all_of


def under_way() -> QuerySet:
    """Requests without an outcome, and good ones whose task is not closed yet."""
    unanswered = Q(outcome=None)
    return all_of("signing.SigningRequest").filter(unanswered | Q(outcome__code=""), assignment__state="open")


def overdue(patience: timedelta) -> QuerySet:
    """Those that nobody can be at work on any more: older than any signer takes."""
    return under_way().filter(at__lt=Now() - patience).order_by("pk")
