"""Telling an office: a delivery for each of its people, in the app and by the channel that reaches them first."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models.functions import Now

from worker.addresses import ways
from worker.models import Channel, Delivery, Preferences, Status, message_id
from worker.night import morning, zone_of
from worker.notices import Notice
from worker.recipients import guardians, is_vacant, people_of
from workflows.core.models import Outbox
from workflows.organisation.models import Person

About = Callable[..., Notice]
DECISIONS = {
    "your_turn", "returned", "rejected", "withdrawn", "signing_failed", "opinion_given", "letter_returned",
    "rakor_invited", "rakor_moved", "rakor_cancelled", "jury_seated", "contest_appealed",
    "event_invited", "event_moved", "event_cancelled",
}  # fmt: skip
REMINDERS = {"reminder", "overdue", "escalated", "fix_soon", "fix_late", "fix_escalated", "nudge", "fix_nudge", "event_soon"}
"""Topics by the switch of *Saluran saya* that they obey; the others are news."""
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
    """A notice in the app and a message outside of it for each, once, whoever asks how often."""
    people = list(people)
    known = Preferences.of([person.pk for person in people])
    rows = [in_app(row, person, words) for person in people]
    rows += [outside(row, person, words, known[person.pk]) for person in people if told_now(row.topic, person, known[person.pk])]
    Delivery.objects.bulk_create(rows, ignore_conflicts=True)


def in_app(row: Outbox, person: Person, words: Notice) -> Delivery:
    return Delivery(outbox=row, person=person, channel=Channel.APP, **vars(words), **DONE)


def outside(row: Outbox, person: Person, words: Notice, known: Preferences) -> Delivery:
    """By the person's first channel; where there is none, the text that somebody copies for him."""
    delivery = Delivery(outbox=row, person=person, channel=Channel.EMAIL, **vars(words))
    if not (found := ways(person, known)):
        delivery.status, delivery.done_at = Status.NO_CHANNEL, Now()
        return delivery
    delivery.channel, delivery.message_id = found[0].channel, message_id(row.pk, person.pk)
    if until := morning(known, zone_of(row.office)):
        delivery.available_at = until
    return delivery


def told_now(topic: str, person: Person, known: Preferences) -> bool:
    return wanted(topic, known) and not waits_for_the_summary(person, known)


def waits_for_the_summary(person: Person, known: Preferences) -> bool:
    """Whoever wants one e-mail a day finds everything in it; by other channels a summary only counts."""
    first = next(iter(ways(person, known)), None)
    return known.summary and known.bundled and first is not None and first.channel == Channel.EMAIL


def wanted(topic: str, known: Preferences) -> bool:
    """Whether a person is told of it outside the app; what asks for a decision always is."""
    if topic in REMINDERS:
        return known.reminders
    return topic in DECISIONS or not known.summary_only
