"""What somebody has not read for hours is told by the next channel."""

from datetime import timedelta

from django.db.models import DurationField, Exists, ExpressionWrapper, F, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, Now

from worker.models import OUTWARD, Channel, Delivery, Status
from worker.models.preferences import NEXT_AFTER
from worker.sending import pass_on
from worker.telling import DECISIONS

FORGOTTEN = timedelta(days=3)
"""What is older is not told again."""
BATCH = 200


def tell_by_the_next_channel() -> int:
    """For each decision that waits unread; returns how many. Two at once tell once (`delivery_once`)."""
    return sum(pass_on(delivery) for delivery in unread().select_related("person", "outbox__office__region")[:BATCH])


def unread() -> QuerySet[Delivery]:
    """The last message outside the app about what asks for a decision and was not read there, its hours over."""
    same = Delivery.objects.filter(outbox=OuterRef("outbox"), person=OuterRef("person"))
    in_app = same.filter(channel=Channel.APP, status=Status.SENT)
    later = same.filter(channel__in=OUTWARD, pk__gt=OuterRef("pk"))
    hours = Coalesce(F("person__preferences__next_after"), Value(NEXT_AFTER))
    due = Now() - ExpressionWrapper(hours * Value(timedelta(hours=1)), output_field=DurationField())
    lately = Delivery.objects.filter(sent_at__gt=Now() - FORGOTTEN, sent_at__lt=due)
    told = lately.filter(channel__in=OUTWARD, status=Status.SENT, outbox__topic__in=DECISIONS)
    return told.filter(Exists(in_app), ~Exists(later)).order_by("pk")
