"""What opens a door once (invitations), what programs log in with (keys), and forms that waited for a login."""

from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models import CASCADE, PROTECT, F, ForeignKey, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.organisation.models import Person


class InvitationQuerySet(models.QuerySet):
    def usable(self) -> Self:
        return self.filter(used_at=None, replaced_at=None, expires_at__gt=Now(), person__is_active=True)


class Invitation(models.Model):
    """A link by which one person, once, chooses how to log in from now on; whatever was chosen before ends then."""

    LASTS = timedelta(days=7)

    person = ForeignKey(Person, PROTECT, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    made_by = ForeignKey(Person, PROTECT, related_name="+")
    made_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(used_at=None, replaced_at=None), name="invitation_one_open"
            )
        ]


class RecoveryQuerySet(models.QuerySet):
    def standing(self) -> Self:
        return self.filter(ended_at=None, asked_at__gt=Now() - Recovery.LASTS)


class Recovery(models.Model):
    """That a signatory who has been in already is to get another way in: asked by one, confirmed by somebody else.

    Where nobody else could confirm, `opens_at` says from when it goes without; until then the person, who was told on
    all channels, may stop it. It ends with the link, or with whoever refused.
    """

    LASTS = timedelta(days=7)
    WAITS = timedelta(hours=24)

    person = ForeignKey(Person, PROTECT, related_name="recoveries")
    reason = models.CharField(_("alasan"), max_length=300)
    asked_by = ForeignKey(Person, PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    opens_at = models.DateTimeField(null=True)
    confirmed_by = ForeignKey(Person, PROTECT, null=True, related_name="+")
    ended_by = ForeignKey(Person, PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = RecoveryQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="recovery_one_open")]

    def __str__(self) -> str:
        return f"{self.person}: {self.reason}"

    @property
    def is_allowed(self) -> bool:
        """Whether the link may be made now."""
        return bool(self.confirmed_by_id or self.opens_at and self.opens_at <= timezone.now())


class Scope(models.TextChoices):
    READ = "read", _("hanya membaca")
    ACT = "act", _("membaca dan bertindak atas nama saya")


class KeyQuerySet(models.QuerySet):
    def valid(self) -> Self:
        return self.filter(withdrawn_at=None, expires_at__gt=Now(), person__is_active=True)

    def end(self) -> int:
        return self.filter(withdrawn_at=None).update(withdrawn_at=Now())


class Key(models.Model):
    """What a program logs in with, as its person. Shown once; `ending` are its last four letters."""

    person = ForeignKey(Person, PROTECT, related_name="keys")
    name = models.CharField(_("nama kunci"), max_length=60)
    scope = models.CharField(_("boleh apa"), max_length=10, choices=Scope)
    digest = models.CharField(max_length=64, unique=True)
    ending = models.CharField(max_length=4)
    made_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = KeyQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(F("person"), F("made_at").desc(), name="key_of_person")]

    @property
    def is_valid(self) -> bool:
        return self.withdrawn_at is None and self.expires_at > timezone.now()


class KeptForm(models.Model):
    """What somebody sent after the login had ended: sealed, for an hour, for the same person in the same browser."""

    LASTS = timedelta(hours=1)

    person = ForeignKey(Person, CASCADE, related_name="+")
    browser = models.CharField(max_length=64, help_text="The hash of the browser's cookie.")
    path = models.CharField(max_length=500)
    sealed = models.TextField(help_text="Names and values, encrypted with SIKLUS_FIELD_KEY.")
    kept_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "browser", "path"], name="kept_form_last_of_page")]
