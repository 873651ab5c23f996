"""From a consequence of an act to one message for each webhook that wants it, in the same transaction."""

from typing import Any

from django.db.models import Q
from django.db.models.functions import Now

from worker.models import Post, Webhook
from workflows.core.models import Outbox
from workflows.organisation.models import Region

from .events import EVENTS, Event, body_of, event_id


def spread(row: Outbox, _found: Any = None) -> None:
    """Once for each event, however many offices were told of it. For a paused webhook it is kept for later."""
    event = EVENTS.get(row.topic)
    if event is None or not Webhook.objects.filter(ended_at=None).exists():
        return
    about = event.about(row)
    body = body_of(event, row, about)
    Post.objects.bulk_create([_post(hook, row, event, body) for hook in wanting(event, about.region)], ignore_conflicts=True)


def wanting(event: Event, region: Region) -> list[Webhook]:
    """The webhooks of the region and of what holds it."""
    holding = [region.path[: end + 1] for end, sign in enumerate(region.path) if sign == "/"]
    wants = Q(events=[]) | Q(events__contains=[event.type])
    return list(Webhook.objects.filter(wants, ended_at=None, region__path__in=holding))


def _post(hook: Webhook, row: Outbox, event: Event, body: str) -> Post:
    post = Post(webhook=hook, outbox=row, event_id=event_id(row), event=event.type, body=body)
    if hook.paused_at:
        post.parked_at = Now()
    return post
