"""What was asked of a signer and what became of it. Rows are only ever added; no secret stands in any of them."""

from django.db import models
from django.db.models import PROTECT, ForeignKey, OneToOneField, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from workflows.core.models import MANDATE, PERSON

from .sealing import opened, sealed

TASK = "routes.Assignment"
GOOD = Q(code="")


class SigningRequest(models.Model):
    """The intent to sign, on record before anybody is called.

    `paper` is the SHA-256 of the final paper, `sha256` that of the very bytes to sign: the same, or what the signatory
    before returned. A further request answers the failure `after`, which no other may do, so that of all requests about
    a task at most one waits for its outcome.
    """

    assignment = ForeignKey(TASK, PROTECT, related_name="signing_requests")
    paper = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    request_id = models.UUIDField(unique=True)
    signer = models.CharField(max_length=20)
    mandate = ForeignKey(MANDATE, PROTECT, related_name="signing_requests")
    reason = models.TextField(default="", help_text="Why an acting official signs; goes into the journal with the act.")
    on = models.DateField(
        help_text="The local date of the request, on which the act is done however late it completes."
    )
    at = models.DateTimeField(db_default=Now())
    after = OneToOneField("SigningOutcome", PROTECT, null=True, related_name="answered_by")

    class Meta:
        verbose_name = _("permintaan tanda tangan")
        constraints = [
            models.UniqueConstraint(fields=["assignment"], condition=Q(after=None), name="signing_one_first_request"),
        ]

    def __str__(self) -> str:
        return str(self.request_id)


class SigningDoubt(models.Model):
    """An answer that decided nothing: what was heard of a request whose outcome is unknown."""

    request = ForeignKey(SigningRequest, PROTECT, related_name="doubts")
    code = models.CharField(max_length=40)
    words = models.TextField()
    provider_id = models.CharField(max_length=200, default="")
    at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.request}: {self.code}"


class SigningOutcome(models.Model):
    """How a request ended: with the SHA-256 of the signed bytes, or with the `code` of a failure and its words."""

    request = OneToOneField(SigningRequest, PROTECT, related_name="outcome")
    assignment = ForeignKey(TASK, PROTECT, related_name="signing_outcomes")
    signed_sha256 = models.CharField(max_length=64, default="")
    code = models.CharField(max_length=40, default="")
    words = models.TextField(default="")
    provider_id = models.CharField(max_length=200, default="")
    meta = models.JSONField(default=dict)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("hasil tanda tangan")
        constraints = [
            models.UniqueConstraint(fields=["assignment"], condition=GOOD, name="signing_one_good_outcome"),
            models.CheckConstraint(condition=Q(signed_sha256="") ^ Q(code=""), name="signing_good_or_failed"),
        ]

    def __str__(self) -> str:
        return f"{self.request}: {self.code or self.signed_sha256}"


class SigningIdentity(models.Model):
    """By which a provider of certificates knows a person: the NIK, encrypted. Neither page, API nor log shows it."""

    person = OneToOneField(PERSON, PROTECT, related_name="signing_identity")
    sealed_nik = models.TextField()

    def __str__(self) -> str:
        return f"{self.person_id}"

    @property
    def nik(self) -> str:
        """Raises a `SealingError` if no key opens it."""
        return opened(self.sealed_nik)

    @nik.setter
    def nik(self, plain: str) -> None:
        self.sealed_nik = sealed(plain)
