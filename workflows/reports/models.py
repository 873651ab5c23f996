"""What villages tell, figure by figure: who told it, who wrote it down, and which telling of it stands."""

from functools import cached_property
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import PROTECT, F, ForeignKey, Func, OneToOneField, Q, TextField, Value
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from workflows.core.finding import Words
from workflows.core.models import OFFICE, PERSON

from .definition import Form
from .lifecycle import ReportLifecycle
from .offered import offered_to
from .periods import period_words
from .states import Channel, EnclosureKind, ReportState, Span
from .worded import worded


def is_object(column: str) -> Exact:
    return Exact(Func(F(column), function="jsonb_typeof", output_field=TextField()), Value("object"))


class Report(ReportLifecycle):
    """One telling of one form about one period. Of those sent, one *stands*; a second one that was sent waits to be merged.

    `period` is the first day of what it tells of (of an event, its day), `occasion` tells events of one day apart.
    `reporter` is a person whom Siklus knows, `reported_by` post and name as the paper gives them. What a paper says was told
    on `reported_on` and written down on `entered_on`; `first_reported_on` is when the period was first told of, by which a
    report is in time. `sources` holds where figures come from as far as it is not from where the form says, `kept` which
    report each figure that differed was taken from. `aims` names the version of the list of *sasaran* that it was begun with, as a
    need does, where its form asks for any.
    """

    kampung = ForeignKey("villages.KampungKB", PROTECT, related_name="reports")
    form = models.CharField(_("formulir"), max_length=20)
    form_version = models.IntegerField()
    aims = models.CharField(_("daftar sasaran"), max_length=50, blank=True, db_default="")
    span = models.CharField(max_length=5, choices=Span.choices)
    period = models.DateField(_("masa"))
    occasion = models.CharField(max_length=500, blank=True)
    channel = models.CharField(_("saluran"), max_length=5, choices=Channel.choices, default=Channel.APP)
    reporter = ForeignKey(PERSON, PROTECT, null=True, blank=True, related_name="reports")
    reported_by = models.CharField(_("pelapor"), max_length=200, blank=True)
    reported_on = models.DateField(_("tanggal laporan"), null=True, blank=True)
    first_reported_on = models.DateField(null=True, blank=True)
    office = ForeignKey(OFFICE, PROTECT, related_name="reports")
    entered_by = ForeignKey(PERSON, PROTECT, related_name="+")
    entered_on = models.DateField(_("tanggal dicatat"))
    figures = models.JSONField(default=dict)
    sources = models.JSONField(default=dict)
    kept = models.JSONField(default=dict)
    standing = models.BooleanField(default=False)
    replaces = OneToOneField("self", PROTECT, null=True, blank=True, related_name="replaced_by")
    merges = OneToOneField("self", PROTECT, null=True, blank=True, related_name="merged_into")
    state = FSMField(default=ReportState.DRAFT, choices=ReportState.choices)
    version = models.IntegerField(default=0)

    root = "kampung"
    """One village, one lock: sending, correcting and merging never pass each other by."""

    class Meta:
        verbose_name = _("laporan")
        constraints = [
            models.UniqueConstraint(
                fields=["kampung", "form", "period", "occasion"], condition=Q(standing=True), name="report_one_stands"
            ),
            models.CheckConstraint(condition=Q(standing=False) | Q(state="sent"), name="report_stands_when_sent"),
            models.CheckConstraint(
                condition=Q(is_object("figures"), is_object("sources"), is_object("kept")), name="report_figures_are_objects"
            ),
            models.CheckConstraint(
                condition=Q(span="event") | Q(span="month", period__day=1) | Q(span="year", period__day=1, period__month=1),
                name="report_period_begins",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(span="event") & ~Q(occasion="") | ~Q(span="event") & Q(occasion=""),
                name="report_events_are_told_apart",
            ),
            models.CheckConstraint(
                condition=Q(state="draft")
                | Q(
                    reported_on__isnull=False, first_reported_on__isnull=False, first_reported_on__gte=F("period"),
                    first_reported_on__lte=F("reported_on"), reported_on__lte=F("entered_on"),
                ),
                name="report_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(state="draft")
                | Q(channel="app", reporter__isnull=False, reporter=F("entered_by"))
                | Q(channel="paper", reporter=None) & ~Q(reported_by="")
                | Q(channel="paper", reporter__isnull=False) & ~Q(reporter=F("entered_by")),
                name="report_keyer_is_not_reporter",
            ),
            models.CheckConstraint(
                condition=Q(merges=None) | Q(replaces__isnull=False) & ~Q(merges=F("replaces")), name="report_merges_two"
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["form", "period", "kampung"], condition=Q(standing=True), name="report_of_period"),
            models.Index(
                fields=["kampung", "form", "period"], condition=Q(state="sent", standing=False), name="report_conflicting"
            ),
            GinIndex(Words("occasion"), condition=Q(standing=True) & ~Q(occasion=""), name="report_by_words"),
        ]

    def __str__(self) -> str:
        return f"{self.definition.title}, {self.period_words}"

    @cached_property
    def definition(self) -> Form:
        """The very version of the form that was filled in, in the words of that day."""
        return worded(self.form, self.form_version, self.aims)

    @cached_property
    def offered(self) -> Form:
        """The same as this village is asked it now: a kelurahan has no *Dana Desa*."""
        return offered_to(self.region.kind, self.definition)

    @property
    def region(self) -> Any:
        """The village that it tells of."""
        return self.kampung.region

    @property
    def period_words(self) -> str:
        return period_words(Span(self.span), self.period)

    @property
    def conflicting(self) -> bool:
        """Sent although another one stands: the two wait to be merged."""
        return self.state == ReportState.SENT and not self.standing

    @property
    def told_from(self) -> dict[str, str]:
        """Where each of its figures comes from."""
        return self.definition.sources_of(self.figures, self.sources)


class SectionSaved(models.Model):
    """Who saved a section of a draft last and when. `version` counts its savings, `key` is that of the form that was saved."""

    report = ForeignKey(Report, PROTECT, related_name="saved")
    section = models.CharField(max_length=40)
    version = models.IntegerField(default=0)
    key = models.CharField(max_length=100, blank=True)
    person = ForeignKey(PERSON, PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "section"], name="section_saved_one_row")]


class Enclosure(models.Model):
    """A photo of what a report tells of, a scan of the paper that it was keyed from, or the village's plan of work.

    `key` is that of the form that sent it.
    """

    report = ForeignKey(Report, PROTECT, related_name="enclosures")
    kind = models.CharField(max_length=5, choices=EnclosureKind.choices)
    attachment = ForeignKey("core.Attachment", PROTECT, related_name="+")
    key = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name = _("foto atau berkas laporan")
        constraints = [
            models.UniqueConstraint(fields=["report", "attachment"], name="enclosure_once"),
            models.UniqueConstraint(fields=["report", "key"], condition=~Q(key=""), name="enclosure_once_a_key"),
        ]
