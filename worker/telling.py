"""Telling an office: a delivery for each of its people, in the app and by e-mail."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models.functions import Now

from worker.models import Channel, Delivery, Status, message_id
from worker.notices import Notice
from worker.recipients import guardians, is_vacant, people_of
from workflows.core.models import Outbox
from workflows.organisation.models import Person

About = Callable[..., Notice]
DONE = {"done_at": Now(), "sent_at": Now(), "status": Status.SENT}


def effect(about: About) -> Callable[[Outbox, Any], None]:
    """The effect of an outbox row whose office is to be told what `about` words."""

    def tell(row: Outbox, _found: Any) -> None:
        if row.office is None:
            raise ValueError("nobody is named who is to be told")
        deliver(row, people_of(row.office), about(row))
        if is_vacant(row.office):
            words = about(row, "vacant")
            for guardian in guardians(row.office):
                deliver(row, people_of(guardian), words)

    return tell


def deliver(row: Outbox, people: Iterable[Person], words: Notice) -> None:
    """A notice in the app and an e-mail for each, once, whoever asks how often."""
    rows = [made(row, person, words) for person in people for made in (in_app, by_email)]
    Delivery.objects.bulk_create(rows, ignore_conflicts=True)


def in_app(row: Outbox, person: Person, words: Notice) -> Delivery:
    return Delivery(outbox=row, person=person, channel=Channel.APP, **vars(words), **DONE)


def by_email(row: Outbox, person: Person, words: Notice) -> Delivery:
    delivery = Delivery(outbox=row, person=person, channel=Channel.EMAIL, **vars(words))
    if person.email:
        delivery.message_id = message_id(row.pk, person.pk)
    else:
        delivery.status, delivery.done_at = Status.NO_CHANNEL, Now()
    return delivery
