"""A message on its way outside the app: sent, noted, and told by the next channel where this one failed for good."""

from typing import Any

from django.db.models.functions import Now

from worker import gateways, mail
from worker.addresses import ways
from worker.models import OUTWARD, Channel, Delivery, Preferences, Status
from worker.night import morning, zone_of

SENDERS = {Channel.EMAIL: mail.send, Channel.WHATSAPP: gateways.send, Channel.TELEGRAM: gateways.send}


def send(delivery: Delivery) -> str:
    """Raises what the channel raises."""
    return SENDERS[Channel(delivery.channel)](delivery)


def note_sent(delivery: Delivery, address: Any) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(status=Status.SENT, sent_at=Now(), address=address)


def note_failed(delivery: Delivery) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(status=Status.FAILED)
    pass_on(delivery)


def pass_on(delivery: Delivery) -> bool:
    """Tell the same by the next channel of the person that has not been tried; False where there is none."""
    same = Delivery.objects.filter(outbox=delivery.outbox_id, key=delivery.key, person=delivery.person_id)
    tried = set(same.filter(channel__in=OUTWARD).values_list("channel", flat=True))
    known = Preferences.of([delivery.person_id])[delivery.person_id]
    for way in ways(delivery.person, known):
        if way.channel not in tried:
            Delivery.objects.bulk_create([_by(way.channel, delivery, known)], ignore_conflicts=True)
            return True
    return False


def _by(channel: Channel, told: Delivery, known: Preferences) -> Delivery:
    same = {name: getattr(told, name) for name in ("outbox_id", "key", "person_id", "message_id", "subject", "text", "link")}
    until = morning(known, zone_of(told.outbox.office if told.outbox else None))
    return Delivery(channel=channel, **same, **({"available_at": until} if until else {}))
