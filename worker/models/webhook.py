"""Other programs that want to know: where they are told, and each message to them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CASCADE, PROTECT, ForeignKey
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from workflows.core.models import PERSON, REGION, Job, Outbox

from .delivery import Standing


class Webhook(models.Model):
    """An address of another program, in the form of Standard Webhooks (standardwebhooks.com).

    Secrets are kept sealed with the field key; while two are valid, messages carry a signature of each. `failures`
    counts the messages given up one after the other; too many pause it, and what happens then is kept for later.
    """

    name = models.CharField(_("nama"), max_length=80)
    url = models.URLField(_("alamat"), max_length=300)
    region = ForeignKey(REGION, PROTECT, related_name="webhooks", verbose_name=_("wilayah"))
    events = ArrayField(models.CharField(max_length=40), verbose_name=_("peristiwa"), default=list, help_text="Empty: all.")
    secret = models.TextField()
    former_secret = models.TextField(default="")
    former_until = models.DateTimeField(null=True)
    made_by = ForeignKey(PERSON, PROTECT, related_name="webhooks")
    made_at = models.DateTimeField(db_default=Now())
    failures = models.IntegerField(default=0)
    paused_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class Post(Job):
    """One event for one webhook. Sent at least once, always under the same `event_id`; replayed with it, too."""

    webhook = ForeignKey(Webhook, CASCADE, related_name="posts")
    outbox = ForeignKey(Outbox, PROTECT, null=True, related_name="posts")
    event_id = models.CharField(max_length=80)
    event = models.CharField(_("peristiwa"), max_length=40)
    body = models.TextField()
    created_at = models.DateTimeField(db_default=Now())
    status = models.PositiveSmallIntegerField(_("jawaban"), null=True)
    answer = models.CharField(max_length=500, default="")

    class Meta(Job.Meta):
        abstract = False
        constraints = [
            *Job.Meta.constraints,
            models.UniqueConstraint(fields=["webhook", "event_id"], name="post_once"),
        ]
        indexes = [*Job.Meta.indexes, models.Index(fields=["webhook", "-id"], name="post_of_webhook")]

    def __str__(self) -> str:
        return f"{self.event} {self.event_id}"

    @property
    def standing(self) -> Standing:
        if self.done_at:
            return Standing.SENT
        if self.parked_at:
            return Standing.FAILED
        return Standing.RETRYING if self.last_error else Standing.WAITING

    @property
    def why(self) -> str:
        """What went wrong last, without the name that the program has for it."""
        return self.last_error.partition(": ")[2]
