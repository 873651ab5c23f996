"""Kampung KB, the files by which villages propose themselves, and the working groups that decrees appoint."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import PROTECT, ForeignKey, Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from workflows.core.finding import NumberParts, text_words
from workflows.core.models import OFFICE, REGION
from workflows.organisation.models.region import Kind

from .facts import KampungQuerySet
from .lifecycle import KampungKBLifecycle, ProposalLifecycle
from .states import Development, EvidenceKind, KampungState, ProposalState, Scope, Structure


class KampungKB(KampungKBLifecycle):
    """A unit: a whole village, or (until about 2018) one of its hamlets. Its facts are effects of decrees."""

    region = ForeignKey(REGION, PROTECT, related_name="kampung")
    scope = models.CharField(max_length=10, choices=Scope.choices, default=Scope.VILLAGE)
    hamlet = models.CharField(_("RW/dusun"), max_length=100, blank=True)
    name = models.CharField(_("nama Kampung KB"), max_length=150, blank=True)
    state = FSMField(default=KampungState.DRAFT, choices=KampungState.choices)
    version = models.IntegerField(default=0)
    merged_into = ForeignKey("self", PROTECT, null=True, blank=True, related_name="merged")

    objects = KampungQuerySet.as_manager()
    root = "pk"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region"], condition=Q(scope="village"), name="kampung_one_a_village"),
            models.UniqueConstraint(fields=["region", "hamlet"], condition=Q(scope="hamlet"), name="kampung_one_a_hamlet"),
            models.CheckConstraint(
                condition=Q(scope="village", hamlet="") | (Q(scope="hamlet") & ~Q(hamlet="")), name="kampung_hamlet_named"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.region.name

    @property
    def state_words(self) -> str:
        """The state on screens. A Camat supports a desa, and approves what a kelurahan, his own organ, proposes."""
        if self.state == KampungState.ENDORSED and self.region.kind == Kind.KELURAHAN:
            return str(_("disetujui camat"))
        return self.get_state_display()


class Proposal(ProposalLifecycle):
    """One attempt of a village to be named. Its run moves the village: propose, endorse, verify."""

    file = models.OneToOneField("core.File", PROTECT, primary_key=True, related_name="proposal")
    kampung = ForeignKey(KampungKB, PROTECT, related_name="proposals")
    era = models.IntegerField(_("aturan tahun"), help_text="The year whose criteria apply; mandatory up to 2021.")
    preconditions = models.JSONField(default=dict, help_text="population_data, commitment, participation → {met, note}")
    criteria = models.JSONField(default=dict, help_text="criterion → {met, note}")
    field_check = models.JSONField(default=dict, help_text="visited, data_compared, community_heard → {met, note}")
    profile = models.TextField(_("gambaran umum"), blank=True)
    letter_number = models.CharField(_("nomor surat usulan"), max_length=100, blank=True)
    letter_on = models.DateField(_("tanggal surat usulan"), null=True, blank=True)
    state = FSMField(default=ProposalState.DRAFT, choices=ProposalState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        indexes = [
            GinIndex(text_words("profile"), name="proposal_by_words"),
            GinIndex(NumberParts("letter_number"), name="proposal_by_number"),
        ]

    def __str__(self) -> str:
        return self.file.title


class Evidence(models.Model):
    """A paper or photo beside a proposal or a decree's row: minutes, letter, recommendation, field check."""

    file = ForeignKey("core.File", PROTECT, related_name="evidence")
    kampung = ForeignKey(KampungKB, PROTECT, related_name="evidence")
    kind = models.CharField(max_length=40, choices=EvidenceKind.choices)
    attachment = ForeignKey("core.Attachment", PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)


class Launch(models.Model):
    """The public launch (*pencanangan*): a fact of its own, which never gates anything."""

    kampung = ForeignKey(KampungKB, PROTECT, related_name="launches")
    on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="+")


class Pokja(models.Model):
    """A roster as one decree lists it for one village. It is current while the decree's effect is in force."""

    file = ForeignKey("core.File", PROTECT, related_name="pokja")
    kampung = ForeignKey(KampungKB, PROTECT, null=True, blank=True, related_name="rosters", help_text="Null: every listed village.")
    structure = models.CharField(max_length=10, choices=Structure.choices, default=Structure.SEKSI)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "kampung"], nulls_distinct=False, name="pokja_once_per_decree")
        ]


class Member(models.Model):
    """A seat in a Pokja: personal (a name), ex officio (whoever holds the office), or of every village's own (an element)."""

    pokja = ForeignKey(Pokja, models.CASCADE, related_name="members")
    order = models.IntegerField()
    position = models.CharField(_("kedudukan"), max_length=60)
    section = models.CharField(_("seksi/bidang"), max_length=100, blank=True)
    name = models.CharField(_("nama"), max_length=150, blank=True)
    element = models.CharField(_("unsur"), max_length=150, blank=True)
    office = ForeignKey(OFFICE, PROTECT, null=True, blank=True, related_name="memberships")

    class Meta:
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(condition=~Q(name="", element="") | Q(office__isnull=False), name="member_is_somebody")
        ]


class DevelopmentStatus(models.Model):
    """What a source says of a desa's development for a year. The database refuses one of a kelurahan."""

    region = ForeignKey(REGION, PROTECT, related_name="development")
    year = models.IntegerField(_("tahun"))
    status = models.CharField(_("status perkembangan desa"), max_length=20, choices=Development.choices)
    source = models.CharField(_("sumber"), max_length=200)

    class Meta:
        verbose_name = _("status perkembangan desa")
        constraints = [models.UniqueConstraint(fields=["region", "year"], name="development_once_a_year")]

    def __str__(self) -> str:
        return f"{self.region}, {self.year}: {self.get_status_display()}"
