"""Who was told what, by which channel, and how far it came; and what the clock has done."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import PROTECT, ForeignKey, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from workflows.core.models import PERSON, Job, Outbox

LONGEST_TEXT = 300
"""Characters of a text that is to be copied into WhatsApp."""


class Channel(models.TextChoices):
    APP = "app", _("dalam aplikasi")
    EMAIL = "email", _("surel")
    ALARM = "alarm", _("peringatan")


class Status(models.TextChoices):
    PENDING = "pending", _("menunggu dikirim")
    SENT = "sent", _("terkirim")
    READ = "read", _("dibaca")
    FAILED = "failed", _("gagal")
    NO_CHANNEL = "no_channel", _("tanpa saluran")


class Delivery(Job):
    """One person told of one thing by one channel. In the app the row itself is the notice, so it is told once.

    An e-mail may be sent twice if a worker dies between sending and noting it; its Message-ID is the same both times.
    *Tanpa saluran* is the e-mail of somebody without an address: `text` is what a colleague copies into WhatsApp.
    An *alarm* tells those who look after Siklus that the outbox row itself was parked.
    """

    outbox = ForeignKey(Outbox, PROTECT, related_name="deliveries")
    person = ForeignKey(PERSON, PROTECT, related_name="deliveries")
    channel = models.CharField(_("saluran"), max_length=5, choices=Channel)
    status = models.CharField(_("keadaan"), max_length=10, choices=Status, default=Status.PENDING)
    message_id = models.CharField(max_length=200, default="")
    subject = models.CharField(_("pokok"), max_length=150)
    text = models.CharField(_("isi"), max_length=LONGEST_TEXT)
    link = models.CharField(_("tautan"), max_length=200)
    created_at = models.DateTimeField(db_default=Now())
    sent_at = models.DateTimeField(_("terkirim pada"), null=True)
    read_at = models.DateTimeField(_("dibaca pada"), null=True)

    class Meta(Job.Meta):
        abstract = False
        verbose_name = _("pemberitahuan")
        constraints = [
            *Job.Meta.constraints,
            models.UniqueConstraint(fields=["outbox", "person", "channel"], name="delivery_once"),
        ]
        indexes = [
            *Job.Meta.indexes,
            models.Index(fields=["person", "-id"], name="delivery_of_person"),
            models.Index(
                fields=["person"], name="delivery_unread", condition=Q(status="sent", channel__in=["app", "alarm"])
            ),
        ]

    def __str__(self) -> str:
        return self.subject


def message_id(outbox_id: int, person_id: int) -> str:
    """The same for every try, so that mail programs show a message sent twice once."""
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return f"<siklus.{outbox_id}.{person_id}@{host}>"


TRY_AGAIN_AFTER = timedelta(hours=1)
"""What was refused to the clock is tried again then, or on the next day."""


class Due(models.Model):
    """Scheduled work, once for each key. What is refused is tried again later; `problem` says why it was."""

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    due_on = models.DateField(help_text="What it was due by: a deadline, a date of effect.")
    tried_on = models.DateField(help_text="The local date of the last try.")
    tried_at = models.DateTimeField(db_default=Now())
    done_at = models.DateTimeField(null=True)
    problem = models.TextField(default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id", "due_on"], name="due_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} {self.due_on}"
