"""Which requests are about what."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from workflows.core.act import all_of


def under_way() -> QuerySet:
    """Requests without an outcome, and good ones whose task is not closed yet."""
    unanswered = Q(outcome=None)
    return all_of("signing.SigningRequest").filter(unanswered | Q(outcome__code=""), assignment__state="open")


def overdue(patience: timedelta) -> QuerySet:
    """Those that nobody can be at work on any more: older than any signer takes."""
    return under_way().filter(at__lt=Now() - patience).order_by("pk")


def held_up() -> QuerySet:
    """Tasks to sign whose last request found the service out of reach, and of which nobody has been told since that it is back."""
    down = all_of("signing.SigningOutcome").filter(assignment=OuterRef("pk"), code=SERVICE_DOWN, answered_by=None)
    told = all_of("core.JournalSubject").filter(
        kind="assignment", object_id=OuterRef("assignment"), entry__act=BACK, entry__at__gt=OuterRef("at")
    )
    return all_of("routes.Assignment").filter(Exists(down.exclude(Exists(told))), kind="sign_document", state="open").order_by("pk")


SERVICE_DOWN = "service_down"
BACK = "routes.Assignment.service_back"
