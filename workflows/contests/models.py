"""Contests of Kampung KB: what is announced, and who enters. The jury stands in `jury.py`, what came of it in `results.py`."""

from dataclasses import asdict
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import PROTECT, ForeignKey, Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from workflows.core.canonical import normal

from .jury import FieldVisit as FieldVisit
from .jury import Juror as Juror
from .jury import Recusal as Recusal
from .jury import Score as Score
from .lifecycle import CompetitionLifecycle, EntryLifecycle
from .publishing import rules_of
from .ranking_rules import Rules
from .results import Appeal as Appeal
from .results import Ranking as Ranking
from .rubric_versions import RubricDraft as RubricDraft
from .rubric_versions import RubricVersion as RubricVersion
from .states import ENTERED, LOCKED, PLACED, CompetitionState, ContestLevel, EntryState, Need


def usual_rules() -> dict[str, Any]:
    """How a contest ranks unless its organiser says otherwise."""
    return normal(asdict(Rules()))


def usual_needs() -> list[str]:
    return list(Need.values)


def usual_barred_ranks() -> list[int]:
    return [1]


class Competition(CompetitionLifecycle):
    """A contest of one level, year and category in the file's region, held by the file's office.

    The numbers that it begins with (`barred_years`, `appeal_days`, `winners`) stand in no text that could be read: they
    are ours (UNVERIFIED), and each organiser sets its own.
    """

    file = models.OneToOneField("core.File", PROTECT, primary_key=True, related_name="competition")
    level = models.CharField(_("tingkat"), max_length=10, choices=ContestLevel.choices)
    year = models.IntegerField(_("tahun"))
    category = models.CharField(_("kategori"), max_length=100, blank=True)
    rubric = ForeignKey(RubricVersion, PROTECT, related_name="competitions")
    rules = models.JSONField(_("cara menyusun peringkat"), default=usual_rules)
    cutoff_on = models.DateField(_("tanggal acuan syarat"))
    needs = ArrayField(models.CharField(max_length=12, choices=Need.choices), default=usual_needs)
    barred_ranks = ArrayField(models.IntegerField(), default=usual_barred_ranks, help_text="Ranks that keep one out for a while.")
    barred_years = models.IntegerField(_("jeda tahun sesudah menang"), default=3, help_text="0: nobody is kept out.")
    winners = models.IntegerField(_("jumlah pemenang"), default=3)
    appeal_days = models.IntegerField(_("masa sanggah (hari)"), default=3)
    appeal_until = models.DateField(null=True, help_text="The last day on which the locked ranking may be appealed against.")
    nominations_until = models.DateField(_("pencalonan sampai"), null=True, help_text="None: until the judging begins.")
    visits_until = models.DateField(_("tinjauan lapangan sampai"), null=True, help_text="As planned.")
    ranking_on = models.DateField(_("peringkat dikunci"), null=True, help_text="As planned.")
    preferred = models.JSONField(default=list, help_text="The chair's vote: entries (their ids) as he would place them.")
    decree = ForeignKey("decrees.Decree", PROTECT, null=True, related_name="contests_decided", help_text="Names the winners.")
    source = models.CharField(_("sumber"), max_length=300, blank=True, help_text="Of a result that was entered later.")
    source_on = models.DateField(
        _("tanggal sumber"), null=True, help_text="Of an old result, which was not judged in Siklus; else none."
    )
    state = FSMField(default=CompetitionState.DRAFT, choices=CompetitionState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        verbose_name = _("lomba Kampung KB")
        constraints = [
            models.CheckConstraint(
                condition=Q(barred_years__gte=0, appeal_days__gte=0, winners__gte=1), name="competition_numbers_make_sense"
            ),
            models.CheckConstraint(
                condition=Q(appeal_until=None) | Q(state__in=LOCKED), name="competition_appeals_once_ranked"
            ),
            models.CheckConstraint(
                condition=Q(source_on=None) | Q(appeal_until=None, decree=None, state__in=ENTERED) & ~Q(source=""),
                name="competition_old_results_have_a_source",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.file.title

    @property
    def is_old(self) -> bool:
        """A result of before Siklus: its ranks are its source's, and nobody computes them again."""
        return self.source_on is not None

    @property
    def ranking_rules(self) -> Rules:
        """Raises `BadValues` for rules that cannot be."""
        return rules_of(self.rules)


class Entry(EntryLifecycle):
    """A Kampung KB in a contest, nominated by the file's office. `rank` and `total` are those of the locked ranking."""

    file = models.OneToOneField("core.File", PROTECT, primary_key=True, related_name="entry")
    competition = ForeignKey(Competition, PROTECT, related_name="entries")
    kampung = ForeignKey("villages.KampungKB", PROTECT, related_name="contest_entries")
    forwarded_from = ForeignKey("self", PROTECT, null=True, related_name="forwarded_to")
    rank = models.IntegerField(_("peringkat"), null=True)
    total = models.DecimalField(_("nilai"), max_digits=5, decimal_places=2, null=True)
    state = FSMField(default=EntryState.DRAFT, choices=EntryState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        verbose_name = _("peserta lomba")
        constraints = [
            models.UniqueConstraint(
                fields=["competition", "kampung"], condition=~Q(state="withdrawn"), name="entry_village_once",
                violation_error_message=_("Kampung KB ini sudah dicalonkan dalam lomba itu."),
            ),
            models.UniqueConstraint(
                fields=["competition", "forwarded_from"], condition=~Q(state="withdrawn"), name="entry_forwarded_once"
            ),
            models.CheckConstraint(condition=Q(rank=None) ^ Q(state__in=PLACED), name="entry_ranked_iff_placed"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.kampung)
