"""The alarm: somebody must look after a job that nobody will try again by himself."""

from django.db.models.functions import Now

from worker.models import Channel, Delivery, Status
from worker.notices import notice
from worker.recipients import caretakers
from workflows.core.models import Outbox


def sound(row: Outbox) -> None:
    """Tell those who look after Siklus, and the agency of the territory, once, in the app."""
    office = row.office or row.entry.office
    words = notice("alarm", row.topic, "/", row=row.pk, error=row.last_error[:120])
    Delivery.objects.bulk_create(
        [
            Delivery(outbox=row, person=person, channel=Channel.ALARM, status=Status.SENT,
                     done_at=Now(), sent_at=Now(), **vars(words))
            for person in caretakers(office)
        ],
        ignore_conflicts=True,
    )  # fmt: skip
