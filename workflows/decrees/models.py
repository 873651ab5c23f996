"""Decrees, their rows and effects, and the registers their numbers come from."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import PROTECT, F, ForeignKey, Q
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from workflows.core.finding import NumberKey, NumberParts, text_words
from workflows.core.models import MANDATE, OFFICE

from .bases import LegalBasis as LegalBasis
from .ends import DEEP, last_day, taken_back
from .lifecycle import DecreeLifecycle, DecreeNumberLifecycle
from .papers import Conveyance as Conveyance
from .papers import PrintedOriginal as PrintedOriginal
from .states import (
    SINCE,
    DecreeKind,
    DecreeState,
    Defect,
    EffectKind,
    LetterClass,
    LinkKind,
    NumberState,
    SeriesMode,
    Signing,
)


class Decree(DecreeLifecycle):
    """A *keputusan*: about 1..N villages, row by row, with effects that come into force with it.

    `issue` is what the decision froze for the paper: number, date, signatory (see docs/decisions/0001-shape.md).
    """

    file = models.OneToOneField("core.File", PROTECT, primary_key=True, related_name="decree")
    kind = models.CharField(max_length=40, choices=DecreeKind.choices)
    issuer = ForeignKey(OFFICE, PROTECT, related_name="decrees")
    subject = models.CharField(_("tentang"), max_length=500)
    considerations = models.JSONField(_("menimbang"), default=list)
    bases = models.ManyToManyField(LegalBasis, related_name="decrees")
    clauses = models.JSONField(_("diktum"), default=list)
    copies_to = models.JSONField(_("tembusan"), default=list)
    effects = ArrayField(models.CharField(max_length=20, choices=EffectKind.choices), default=list)
    signing = models.CharField(max_length=10, choices=Signing.choices, default=Signing.NONE)
    effective_on = models.DateField(_("mulai berlaku"), null=True, blank=True)
    expires_on = models.DateField(_("berlaku sampai"), null=True, blank=True)
    clause_changes = models.JSONField(default=list, help_text='Of the decree it amends: [{"clause": 2, "text": "…"}]; "": removed.')
    retroactive = models.BooleanField(_("berlaku surut"), default=False, help_text="Chosen by a person, never inferred.")
    grounds = models.CharField(_("alasan"), max_length=500, blank=True, help_text="Why it reaches back, or annuls.")
    defect = models.CharField(_("cacat"), max_length=10, choices=Defect.choices, blank=True)
    state = FSMField(default=DecreeState.DRAFT, choices=DecreeState.choices)
    version = models.IntegerField(default=0)
    decided_on = models.DateField(_("tanggal penetapan"), null=True)
    signed_on = models.DateField(null=True, help_text="Later than the decision is a warning that stays on record.")
    in_force_on = models.DateField(null=True)
    signatory = ForeignKey(MANDATE, PROTECT, null=True, related_name="decrees")
    issue = models.JSONField(null=True)
    paper = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the final paper, once the worker made it.")
    from_paper = models.BooleanField(default=False)
    reported_number = models.CharField(_("nomor surat laporan"), max_length=100, blank=True)
    reported_on = models.DateField(_("dilaporkan pada"), null=True, help_text="To the Bupati, through the Camat.")

    root = "file"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="decree_decided_iff_dated",
                condition=Q(decided_on=None) ^ ~Q(state__in=["draft", "in_review", "returned", "rejected", "withdrawn"]),
                violation_error_message=_("Keputusan yang sudah diputuskan bertanggal, dan hanya yang itu."),
            ),
            models.CheckConstraint(
                name="decree_in_force_iff_since",
                condition=Q(in_force_on=None) ^ Q(state__in=SINCE),
            ),
        ]  # fmt: skip
        indexes = [GinIndex(text_words("considerations", "clauses"), name="decree_by_words")]

    def __str__(self) -> str:
        return self.subject


class DecreeRow(models.Model):
    """One village on a decree, and what the decree does to it. Struck rows stay, with who struck them and why."""

    decree = ForeignKey(Decree, PROTECT, related_name="rows")
    kampung = ForeignKey("villages.KampungKB", PROTECT, related_name="decree_rows")
    order = models.IntegerField()
    effects = ArrayField(models.CharField(max_length=20, choices=EffectKind.choices), default=list)
    data = models.JSONField(default=dict, help_text="What the annex prints beside the village: name, note, …")
    struck = models.BooleanField(default=False)
    strike_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["decree", "kampung"], name="row_village_once",
                                    violation_error_message=_("Desa ini sudah ada dalam daftar.")),
            models.UniqueConstraint(fields=["decree", "order"], name="row_order_once"),
        ]  # fmt: skip


class Claim(models.Model):
    """A village stands on at most one open draft per effect: this row says on which."""

    row = ForeignKey(DecreeRow, models.CASCADE, related_name="claims")
    decree = ForeignKey(Decree, PROTECT, related_name="claims")
    kampung = ForeignKey("villages.KampungKB", PROTECT, related_name="claims")
    effect = models.CharField(max_length=20, choices=EffectKind.choices)
    open = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kampung", "effect"], condition=Q(open=True), name="claim_one_open_draft_per_effect",
                violation_error_message=_("Desa ini sudah ada dalam konsep keputusan lain."),
            ),
            models.UniqueConstraint(fields=["row", "effect"], name="claim_once"),
        ]  # fmt: skip


class EffectQuerySet(models.QuerySet):
    def known_on(self, instant=None):
        """As the register stood at an instant (None: now). Annotates `last`, the last day as known then.

        A fact that never held, since its decree was annulled from its beginning, has a last day before its first.
        """
        known = Q() if instant is None else Q(entry__at__lte=instant)
        return self.filter(known).annotate(last=last_day(known) if instant else F("until"))

    def standing(self, instant=None):
        """Without events that were taken back from their beginning, as known at an instant."""
        return self.filter(~taken_back(Q() if instant is None else Q(entry__at__lte=instant), DEEP))

    def on(self, day, last="until"):
        """Those in force on a date (or an expression); both ends belong to the period. After `known_on`: `last="last"`."""
        return self.filter(Q(**{last: None}) | Q(**{f"{last}__gte": day}), since__lte=day)


class Effect(models.Model):
    """What a decree's row does to a village from a day on: a fact, or an event that ends others. None is ever changed
    but for `until`, which is worked out anew from all of them (`ends.py`) whenever one is added.

    `term` is the end that the decree itself gives its fact; `entry` tells since when it is known.
    """

    decree = ForeignKey(Decree, PROTECT, related_name="facts")
    kampung = ForeignKey("villages.KampungKB", PROTECT, related_name="facts")
    kind = models.CharField(max_length=20, choices=EffectKind.choices)
    since = models.DateField()
    term = models.DateField(null=True)
    until = models.DateField(null=True)
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="effects")

    objects = EffectQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decree", "kampung", "kind"], name="effect_once"),
        ]
        indexes = [models.Index(fields=["kampung", "kind", "since"], name="effect_of_village")]


class DecreeLink(models.Model):
    """What a decree does to an earlier one."""

    decree = ForeignKey(Decree, PROTECT, related_name="links")
    other = ForeignKey(Decree, PROTECT, related_name="linked_from")
    kind = models.CharField(max_length=10, choices=LinkKind.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decree", "other"], name="link_once"),
            models.CheckConstraint(condition=~Q(decree=F("other")), name="link_to_another"),
        ]


class Series(models.Model):
    """A register of numbers of one office and class of papers. One row holds the year and its last number.

    *Own*: Siklus is the register, gapless from `first` on. *External*: the office's book also serves other matters and
    an official types the number.
    """

    office = ForeignKey(OFFICE, PROTECT, related_name="series")
    doc_class = models.CharField(max_length=40, choices=[*DecreeKind.choices, *LetterClass.choices])
    mode = models.CharField(max_length=10, choices=SeriesMode.choices)
    pattern = models.CharField(max_length=100, help_text="{no} {no:3} {sisip} {thn} {bln} {bln_romawi}: {no} TAHUN {thn}")
    year = models.IntegerField(default=0)
    last = models.IntegerField(default=0)
    first = models.IntegerField(null=True, help_text="The first number that Siklus gave, whatever paper had given before.")
    version = models.IntegerField(default=0)

    root = "pk"

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "doc_class"], name="series_one_a_class")]


TAKEN = ~Q(state=NumberState.RELEASED)
"""A released number went back to the office's book and may be given again."""


class DecreeNumber(DecreeNumberLifecycle):
    """A number in a register, of a decree or of a letter. Issued, released or void, it stays for ever."""

    file = ForeignKey("core.File", PROTECT, related_name="numbers")
    series = ForeignKey(Series, PROTECT, related_name="numbers")
    year = models.IntegerField()
    sequence = models.IntegerField(null=True, help_text="Null for a number typed from paper that has no plain sequence.")
    insert = models.CharField(max_length=2, blank=True, help_text="The A of an inserted 17A.")
    text = models.CharField(max_length=100)
    date = models.DateField()
    note = models.TextField(blank=True, help_text="Why it stands out of order, or was inserted.")
    state = FSMField(default=NumberState.RESERVED, choices=NumberState.choices)
    reason = models.TextField(blank=True)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "sequence", "insert"], condition=TAKEN, name="number_place_once"),
            models.UniqueConstraint(fields=["series", "year", "text"], condition=TAKEN, name="number_text_once"),
            models.UniqueConstraint(fields=["file"], condition=Q(state__in=["reserved", "issued"]), name="number_one_a_decree"),
            models.CheckConstraint(condition=~Q(state__in=["void", "released"]) | ~Q(reason=""), name="number_void_has_reason"),
        ]  # fmt: skip
        indexes = [
            models.Index(Upper("text"), name="number_by_text"),
            models.Index(NumberKey("text"), name="number_by_key"),
            GinIndex(NumberParts("text"), name="number_by_parts"),
        ]

    def __str__(self) -> str:
        return self.text
