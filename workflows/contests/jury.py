"""The jury as it was appointed, and what it gave. The database refuses points that a juror may not give (migration 0002)."""

from django.db import models
from django.db.models import PROTECT, ForeignKey, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.models import OFFICE, PERSON, REGION

from .states import LOCKED

ENTRY = "contests.Entry"
"""Fields that lead to one are called `participant`: `entry` is the entry of the journal, here as everywhere."""


class Juror(models.Model):
    """Somebody whom a decree appointed; never changed after. A juror without a login hands in paper.

    `territory` and `agency` are frozen then: whose entries he never scores. A juror of the whole area has no territory.
    """

    competition = ForeignKey("contests.Competition", PROTECT, related_name="jurors")
    number = models.IntegerField(_("nomor"), help_text="Published in place of the name.")
    person = ForeignKey(PERSON, PROTECT, null=True, related_name="juries")
    name = models.CharField(_("nama"), max_length=150)
    office = ForeignKey(OFFICE, PROTECT, null=True, related_name="+")
    territory = ForeignKey(REGION, PROTECT, null=True, related_name="+")
    agency = ForeignKey(OFFICE, PROTECT, null=True, related_name="+", help_text="Nominates nobody whom he scores.")
    chair = models.BooleanField(_("ketua"), default=False)
    decree = ForeignKey("decrees.Decree", PROTECT, null=True, related_name="jurors", help_text="By which he was appointed.")
    paper = models.CharField(_("surat keputusan"), max_length=200, blank=True, help_text="One that is not in Siklus.")
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="+")

    class Meta:
        verbose_name = _("juri")
        constraints = [
            models.UniqueConstraint(fields=["competition", "number"], name="juror_number_once"),
            models.UniqueConstraint(fields=["competition", "person"], name="juror_once"),
            models.UniqueConstraint(fields=["competition"], condition=Q(chair=True), name="juror_one_chair"),
            models.CheckConstraint(condition=Q(decree__isnull=False) | ~Q(paper=""), name="juror_appointed_by_decree"),
        ]

    def __str__(self) -> str:
        return self.name


class Recusal(models.Model):
    """That a juror stays out of one entry for a reason of his own; what he gave it before does not count."""

    juror = ForeignKey(Juror, PROTECT, related_name="recusals")
    participant = ForeignKey(ENTRY, PROTECT, related_name="recusals")
    reason = models.TextField(_("alasan"))
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="+")

    class Meta:
        verbose_name = _("juri yang tidak menilai")
        constraints = [models.UniqueConstraint(fields=["juror", "participant"], name="recusal_once")]


class ScoreQuerySet(models.QuerySet):
    def readable_by(self, person) -> "ScoreQuerySet":
        """Blind: until the ranking is locked everybody sees the points that he gave, or keyed from paper, and no others."""
        locked = Q(participant__competition__state__in=LOCKED)
        return self.filter(locked | Q(juror__person=person) | Q(entry__person=person))


class Score(models.Model):
    """The points of one juror for one criterion of one entry: nobody else's business until the ranking is locked."""

    participant = ForeignKey(ENTRY, PROTECT, related_name="scores")
    juror = ForeignKey(Juror, PROTECT, related_name="scores")
    criterion = models.CharField(_("kriteria"), max_length=40)
    points = models.DecimalField(_("nilai"), max_digits=5, decimal_places=2)
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="+")

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("nilai juri")
        constraints = [
            models.UniqueConstraint(fields=["participant", "juror", "criterion"], name="score_once"),
            models.CheckConstraint(condition=Q(points__gte=0), name="score_not_negative"),
        ]


class FieldVisit(models.Model):
    """What was found on the spot; its papers and photos are the file's evidence. `points` (0 to 100) break ties only."""

    participant = models.OneToOneField(ENTRY, PROTECT, related_name="visit")
    visited_on = models.DateField(_("tanggal"))
    points = models.DecimalField(_("nilai"), max_digits=5, decimal_places=2)
    note = models.TextField(_("catatan"), blank=True)
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="+")

    class Meta:
        verbose_name = _("tinjauan lapangan")
        constraints = [models.CheckConstraint(condition=Q(points__gte=0, points__lte=100), name="visit_points_of_a_hundred")]
