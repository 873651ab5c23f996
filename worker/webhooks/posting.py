"""A message on its way to a webhook: signed anew at every try, under the id of its event."""

from datetime import UTC, datetime
from uuid import uuid4

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from standardwebhooks import Webhook as Signer

from worker.errors import Gone, NotAccepted
from worker.models import Channel, Delivery, Post, Status, Webhook
from worker.notices import notice
from worker.parked import ANEW
from worker.recipients import caretakers
from workflows.organisation.models import Office, Role

from .events import PING, dumped
from .reaching import Answer, post
from .secrets import valid_secrets

TOO_MANY = 5
"""Messages given up one after the other, each after five tries, until the webhook is paused."""
GONE = 410
LATER = "Webhook dijeda."


def send(message: Post) -> Answer:
    """Raises `NotAccepted` or `Gone` for an answer that is no yes, else what `reaching.post` raises."""
    answer = post(message.webhook.url, message.body.encode(), headers(message, datetime.now(UTC)))
    note(message, answer)
    if answer.status == GONE:
        raise Gone
    if not 200 <= answer.status < 300:
        raise NotAccepted(f"{message.webhook.name} menjawab {answer.status}.")
    return answer


def headers(message: Post, now: datetime) -> dict[str, str]:
    signatures = [Signer(secret).sign(message.event_id, now, message.body) for secret in valid_secrets(message.webhook)]
    return {
        "Content-Type": "application/json", "User-Agent": "Siklus-Webhook/1", "webhook-id": message.event_id,
        "webhook-timestamp": str(int(now.timestamp())), "webhook-signature": " ".join(signatures),
    }  # fmt: skip


def note(message: Post, answer: Answer) -> None:
    Post.objects.filter(pk=message.pk).update(status=answer.status, answer=answer.excerpt)


def note_accepted(message: Post, _answer: Answer) -> None:
    Webhook.objects.filter(pk=message.webhook_id).update(failures=0)


def give_up(message: Post) -> None:
    """Count it; too many of them, or an answer that the receiver is gone, pause the webhook."""
    if message.event == PING:
        return
    Webhook.objects.filter(pk=message.webhook_id).update(failures=F("failures") + 1)
    gone = Post.objects.filter(pk=message.pk, status=GONE).exists()
    if gone or Webhook.objects.filter(pk=message.webhook_id, failures__gte=TOO_MANY).exists():
        pause(message)


def pause(message: Post) -> None:
    """Nothing is sent until somebody resumes it; who made it, the agency and the caretakers are told, once."""
    hook = message.webhook
    if not Webhook.objects.filter(pk=hook.pk, paused_at=None).update(paused_at=Now()):
        return
    Post.objects.to_do().filter(webhook=hook).update(parked_at=Now(), leased_until=None, last_error=f"Paused: {LATER}")
    words = notice("webhook_paused", hook.name, f"/webhook/{hook.pk}/", error=message.last_error[:100])
    agency = Office.objects.active().filter(role=Role.AGENCY, region=hook.region).first()
    people = dict.fromkeys([hook.made_by, *caretakers(agency)])
    Delivery.objects.bulk_create(
        [Delivery(key=f"webhook paused {message.pk}", person=who, channel=Channel.ALARM, status=Status.SENT,
                  done_at=Now(), sent_at=Now(), **vars(words)) for who in people],
        ignore_conflicts=True,
    )  # fmt: skip


@transaction.atomic
def resume(hook: Webhook) -> None:
    """Send again, and first what was kept or given up meanwhile."""
    Webhook.objects.filter(pk=hook.pk).update(paused_at=None, failures=0)
    Post.objects.filter(webhook=hook, parked_at__isnull=False).update(**ANEW)


def replay(message: Post) -> None:
    """The same event under the same id, once more."""
    Post.objects.filter(pk=message.pk).exclude(done_at=None, parked_at=None).update(**ANEW, done_at=None, last_error="")


def ping(hook: Webhook) -> Post:
    """*Kirim uji*: a message that says nothing, signed like the others."""
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    body = dumped({"type": PING, "timestamp": at, "data": {"webhook": hook.pk}})
    return Post.objects.create(webhook=hook, event_id=f"evt_ping_{uuid4().hex}", event=PING, body=body)
