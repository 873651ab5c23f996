"""What came since the summary before, for the e-mail of a summary: everything, not only how much of it."""

from datetime import timedelta

from django.db.models import QuerySet

from worker.models import Channel, Delivery

AT_FIRST = timedelta(days=7)
"""How far the first summary looks back."""
MOST = 100
PREFIX = "summary "
"""Of the keys of summaries."""


def bundle_of(summary: Delivery) -> list[Delivery]:
    """The notices that a summary's person got in the app since the one before, the oldest first; the same at every try."""
    return list(came_before(summary).order_by("pk")[:MOST])


def came_before(summary: Delivery) -> QuerySet[Delivery]:
    told = Delivery.objects.filter(person=summary.person_id, channel=Channel.APP, created_at__lte=summary.created_at)
    before = told.filter(key__startswith=PREFIX).exclude(key=summary.key).order_by("-pk").first()
    since = before.created_at if before else summary.created_at - AT_FIRST
    return told.filter(created_at__gt=since, outbox__isnull=False)


def is_summary(delivery: Delivery) -> bool:
    return delivery.key.startswith(PREFIX)
