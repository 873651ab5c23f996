"""Who was told what, by which channel, and how far it came."""

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
    WHATSAPP = "whatsapp", _("WhatsApp")
    TELEGRAM = "telegram", _("Telegram")
    ALARM = "alarm", _("peringatan")


OUTWARD = [Channel.EMAIL, Channel.WHATSAPP, Channel.TELEGRAM]
"""What leaves the app, in the order in which it is tried unless a person says otherwise."""


class Status(models.TextChoices):
    PENDING = "pending", _("menunggu dikirim")
    SENT = "sent", _("terkirim")
    READ = "read", _("dibaca")
    FAILED = "failed", _("gagal")
    NO_CHANNEL = "no_channel", _("tanpa saluran")


class Standing(models.TextChoices):
    """How far a message came, in the words of the delivery log."""

    WAITING = "waiting", _("menunggu")
    SENT = "sent", _("terkirim")
    RETRYING = "retrying", _("gagal sementara")
    FAILED = "failed", _("gagal permanen")
    NO_CHANNEL = "no_channel", _("tanpa saluran")


class Delivery(Job):
    """One person told of one thing by one channel. In the app the row itself is the notice, so it is told once.

    An e-mail may be sent twice if a worker dies between sending and noting it; its Message-ID is the same both times.
    *Tanpa saluran* is the e-mail of somebody without an address: `text` is what a colleague copies into WhatsApp.
    An *alarm* tells those who look after Siklus that the outbox row itself was parked.
    What no act has asked for (the daily summary) has no outbox row but a `key`, which makes it once as well.
    `address` is where it was sent: with `message_id` and `sent_at` the proof.
    """

    outbox = ForeignKey(Outbox, PROTECT, null=True, related_name="deliveries")
    key = models.CharField(max_length=60, default="")
    person = ForeignKey(PERSON, PROTECT, related_name="deliveries")
    channel = models.CharField(_("saluran"), max_length=10, choices=Channel)
    address = models.CharField(_("alamat"), max_length=254, default="")
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
            models.UniqueConstraint(fields=["key", "person", "channel"], condition=Q(outbox=None), name="delivery_once_per_key"),
            models.CheckConstraint(condition=Q(outbox=None) ^ Q(key=""), name="delivery_of_an_act_or_a_key"),
        ]
        indexes = [
            *Job.Meta.indexes,
            models.Index(fields=["person", "-id"], name="delivery_of_person"),
            models.Index(
                fields=["person"], name="delivery_unread", condition=Q(status="sent", channel__in=["app", "alarm"])
            ),
            models.Index(fields=["sent_at"], name="delivery_sent", condition=Q(status="sent", channel__in=OUTWARD)),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def standing(self) -> Standing:
        if self.status in (Status.SENT, Status.READ):
            return Standing.SENT
        if self.status == Status.PENDING:
            return Standing.RETRYING if self.last_error else Standing.WAITING
        return Standing(self.status)

    @property
    def why(self) -> str:
        """What went wrong last, without the name that the program has for it."""
        return self.last_error.partition(": ")[2]


def message_id(outbox_id: int, person_id: int) -> str:
    """The same for every try, so that mail programs show a message sent twice once."""
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return f"<siklus.{outbox_id}.{person_id}@{host}>"
