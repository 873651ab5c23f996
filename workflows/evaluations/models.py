"""Rounds, the evaluations of the Kampung KB that take part in them, and the class that each year leaves."""

from itertools import pairwise

from django.db import models
from django.db.models import PROTECT, F, ForeignKey, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from workflows.core.models import REGION

from .days import IN_ORDER
from .lifecycle import EvaluationLifecycle, RoundLifecycle
from .published import Instrument as Instrument
from .published import Questionnaire as Questionnaire
from .questionnaire import Questions
from .states import LOCKED, EvaluationState, RoundState


class Round(RoundLifecycle):
    """One year's evaluation of a regency's Kampung KB. Who takes part is who is one on `cutoff_on`."""

    file = models.OneToOneField("core.File", PROTECT, primary_key=True, related_name="round")
    region = ForeignKey(REGION, PROTECT, related_name="rounds")
    year = models.IntegerField(_("tahun"))
    instrument = ForeignKey(Instrument, PROTECT, related_name="rounds")
    questionnaire = ForeignKey(Questionnaire, PROTECT, related_name="rounds")
    cutoff_on = models.DateField(_("tanggal penentuan peserta"))
    opens_on = models.DateField(_("mulai pengisian"))
    answers_by = models.DateField(_("batas pengisian"))
    verified_by = models.DateField(_("batas pemeriksaan penyuluh dan kecamatan"))
    accepted_by = models.DateField(_("batas penerimaan OPD KB"))
    meets_by = models.DateField(_("batas rakor"))
    state = FSMField(default=RoundState.PLANNED, choices=RoundState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        verbose_name = _("putaran evaluasi")
        constraints = [
            models.UniqueConstraint(
                fields=["region", "year"], name="round_once_a_year",
                violation_error_message=_("Putaran evaluasi tahun itu sudah ada."),
            ),
            models.CheckConstraint(
                condition=Q(*(Q(**{f"{later}__gte": F(day)}) for day, later in pairwise(IN_ORDER))),
                name="round_days_in_order",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.file.title


class Evaluation(EvaluationLifecycle):
    """What one Kampung KB answers in a round, the class computed for it, and the one decided on.

    `answers`: section → question → answer. `facts` and `outcome` are what was frozen when it was handed in, `computed`
    the key of the class ("" where it is not computable); `deviation` says why `decided_class` is another.
    """

    file = models.OneToOneField("core.File", PROTECT, primary_key=True, related_name="evaluation")
    round = ForeignKey(Round, PROTECT, related_name="evaluations")
    kampung = ForeignKey("villages.KampungKB", PROTECT, related_name="evaluations")
    answers = models.JSONField(_("jawaban"), default=dict)
    facts = models.JSONField(_("data yang dihitung"), default=dict)
    outcome = models.JSONField(_("hasil hitungan"), null=True)
    computed = models.CharField(_("kelas hasil hitungan"), max_length=40, blank=True)
    decided_class = models.CharField(_("kelas yang ditetapkan"), max_length=40, blank=True)
    deviation = models.TextField(_("alasan berbeda dari hitungan"), blank=True)
    late_until = models.DateField(_("boleh terlambat sampai"), null=True)
    state = FSMField(default=EvaluationState.DRAFT, choices=EvaluationState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        verbose_name = _("evaluasi Kampung KB")
        constraints = [
            models.UniqueConstraint(fields=["round", "kampung"], name="evaluation_once_a_round"),
            models.CheckConstraint(
                condition=Q(decided_class="", deviation="") | Q(state=EvaluationState.DECIDED), name="evaluation_class_is_decided"
            ),
            models.CheckConstraint(
                condition=~Q(state=EvaluationState.DECIDED) | Q(decided_class=F("computed")) | ~Q(deviation=""),
                name="evaluation_deviation_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=LOCKED) | Q(outcome__isnull=False), name="evaluation_accepted_has_outcome"
            ),
        ]

    def __str__(self) -> str:
        return self.file.title

    @property
    def asks(self) -> Questions:
        """What its village is asked, by what kind of village it is."""
        return self.round.questionnaire.questions.offered_to(self.kampung.region.kind)

    @property
    def deviates(self) -> bool:
        return self.state == EvaluationState.DECIDED and self.decided_class != self.computed


class EvidencePhoto(models.Model):
    """A picture beside a section of an evaluation."""

    evaluation = ForeignKey(Evaluation, PROTECT, related_name="photos")
    section = models.CharField(_("bagian"), max_length=40)
    attachment = ForeignKey("core.Attachment", PROTECT, related_name="+")
    note = models.CharField(_("keterangan"), max_length=300, blank=True)
    key = models.CharField(max_length=100, blank=True, db_default="", help_text="Of the form that sent it; twice is once.")

    class Meta:
        verbose_name = _("foto bukti evaluasi")
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "section", "attachment"], name="evidence_photo_once"),
            models.UniqueConstraint(fields=["evaluation", "key"], condition=~Q(key=""), name="evidence_photo_once_a_key"),
        ]


class SavedSection(models.Model):
    """That somebody saved a section; `version` counts from 1 what was saved of it. Only ever added.

    `key` is of the form that sent it and `body` the hash of what it sent: both again are the same saving.
    """

    evaluation = ForeignKey(Evaluation, PROTECT, related_name="savings")
    section = models.CharField(_("bagian"), max_length=40)
    version = models.IntegerField(_("versi"))
    key = models.CharField(max_length=100, blank=True)
    body = models.CharField(max_length=64)
    person = ForeignKey("organisation.Person", PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("simpanan bagian evaluasi")
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "section", "version"], name="section_version_once"),
            models.UniqueConstraint(
                fields=["evaluation", "section", "key", "body"], condition=~Q(key=""), name="section_saved_once_a_key"
            ),
        ]


class YearlyClass(models.Model):
    """The class that a round left a Kampung KB for its year. Only ever added."""

    kampung = ForeignKey("villages.KampungKB", PROTECT, related_name="yearly_classes")
    year = models.IntegerField(_("tahun"))
    evaluation = models.OneToOneField(Evaluation, PROTECT, related_name="yearly_class")
    computed = models.CharField(_("kelas hasil hitungan"), max_length=40, blank=True)
    decided = models.CharField(_("kelas yang ditetapkan"), max_length=40, blank=True)
    reason = models.TextField(_("alasan berbeda dari hitungan"), blank=True)
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="+")

    class Meta:
        verbose_name = _("kelas tahunan Kampung KB")
        constraints = [models.UniqueConstraint(fields=["kampung", "year"], name="class_once_a_year")]

    def __str__(self) -> str:
        return f"{self.kampung_id} {self.year}: {self.decided}"
