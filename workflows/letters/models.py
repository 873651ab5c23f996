"""Letters: every paper beside the decree, and who signs it."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import PROTECT, ForeignKey, Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from workflows.core.finding import text_words
from workflows.core.models import MANDATE, OFFICE
from workflows.decrees.states import LetterClass, Signing

from .lifecycle import LetterLifecycle
from .states import COPIES, LetterKind, LetterState


class Letter(LetterLifecycle):
    """A paper beside a decree or a proposal. Copies and excerpts of decrees are letters, too.

    `fields` holds what the drafter may change besides the subject: `to`, `through`, `copies_to`, `nature`, `enclosures`,
    and `body`, which is what its kind needs. `issue` is what issuing froze for the paper, as a decree's.
    """

    file = models.OneToOneField("core.File", PROTECT, primary_key=True, related_name="letter")
    kind = models.CharField(_("jenis"), max_length=40, choices=LetterKind.choices)
    office = ForeignKey(OFFICE, PROTECT, related_name="letters", help_text="Whose paper it is.")
    doc_class = models.CharField(
        max_length=40, choices=LetterClass.choices, blank=True, help_text="The register that numbers it; blank: none does."
    )
    concerns = ForeignKey("core.File", PROTECT, related_name="letters")
    row = ForeignKey("decrees.DecreeRow", PROTECT, null=True, blank=True, related_name="letters")
    subject = models.CharField(_("hal"), max_length=500)
    fields = models.JSONField(default=dict)
    signing = models.CharField(_("penandatanganan"), max_length=10, choices=Signing.choices, default=Signing.NONE)
    state = FSMField(default=LetterState.DRAFT, choices=LetterState.choices)
    version = models.IntegerField(default=0)
    decided_on = models.DateField(_("tanggal surat"), null=True)
    signed_on = models.DateField(null=True)
    signatory = ForeignKey(MANDATE, PROTECT, null=True, related_name="letters")
    issue = models.JSONField(null=True)
    paper = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the final paper, once the worker made it.")

    root = "file"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="letter_issued_iff_dated",
                condition=Q(state="cancelled") | (Q(decided_on=None) ^ Q(state__in=["issued", "signed"])),
                violation_error_message=_("Surat yang sudah terbit bertanggal, dan hanya yang itu."),
            ),
            models.CheckConstraint(
                name="letter_excerpt_names_its_row", condition=Q(row=None) ^ Q(kind=LetterKind.EXCERPT)
            ),
            models.UniqueConstraint(
                fields=["row"], condition=Q(row__isnull=False) & ~Q(state="cancelled"), name="letter_one_excerpt_a_row",
                violation_error_message=_("Petikan untuk baris ini sudah ada."),
            ),
        ]  # fmt: skip
        indexes = [GinIndex(text_words("fields"), name="letter_by_words")]

    def __str__(self) -> str:
        return self.subject

    @property
    def is_copy(self) -> bool:
        return self.kind in COPIES


class Party(models.Model):
    """Somebody who signs a letter, in the order of signing. Without an office he has no login and signs on paper.

    Issuing freezes who holds the office that day (`mandate`), the name and the lines that the paper prints.
    """

    letter = ForeignKey(Letter, PROTECT, related_name="parties")
    order = models.IntegerField()
    role = models.CharField(_("kedudukan"), max_length=100, blank=True)
    office = ForeignKey(OFFICE, PROTECT, null=True, blank=True, related_name="signatures")
    name = models.CharField(_("nama"), max_length=150, blank=True)
    lines = models.JSONField(default=list)
    mandate = ForeignKey(MANDATE, PROTECT, null=True, related_name="signatures")

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "order"], name="party_order_once"),
            models.CheckConstraint(condition=Q(office__isnull=False) | ~Q(role=""), name="party_is_somebody"),
        ]

    def __str__(self) -> str:
        return self.name or self.role


class Initial(models.Model):
    """An office that puts its *paraf* on a letter before the first party signs; nothing of it is printed.

    `order` ends at 0, since the first party has 1.
    On a paper signed in ink it is put by hand, and Siklus asks nobody.
    """

    letter = ForeignKey(Letter, PROTECT, related_name="initials")
    order = models.IntegerField()
    office = ForeignKey(OFFICE, PROTECT, related_name="initials")

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "order"], name="initial_order_once"),
            models.UniqueConstraint(fields=["letter", "office"], name="initial_office_once"),
        ]

    def __str__(self) -> str:
        return str(self.office)
