"""Telling a person what no act has asked for: once for each key, in the app and by the first channel."""

from django.db.models.functions import Now

from worker.addresses import ways
from worker.models import Channel, Delivery, Preferences, Status
from worker.notices import Notice
from workflows.organisation.models import Person


def told_once(person: Person, key: str, words: Notice, known: Preferences, *, channels: int = 1) -> list[Delivery]:
    """The rows to write, for the app and the first `channels` outside; written again they change nothing
    (`delivery_once_per_key`).
    """
    same = {"person": person, "key": key, **vars(words)}
    told = [Delivery(channel=Channel.APP, status=Status.SENT, done_at=Now(), sent_at=Now(), **same)]
    for way in ways(person, known)[:channels]:
        told.append(Delivery(channel=way.channel, message_id=f"<siklus.{key}.{person.pk}>".replace(" ", "."), **same))
    return told
