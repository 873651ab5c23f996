"""What came of a contest: the locked ranking that anybody computes again, and what was said against it."""

from django.db import models
from django.db.models import PROTECT, ForeignKey, Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from .lifecycle import AppealLifecycle
from .states import AppealState


class Ranking(models.Model):
    """A ranking as it was locked and published (`publishing.py`), never changed after; the newest one counts."""

    competition = ForeignKey("contests.Competition", PROTECT, related_name="rankings")
    number = models.IntegerField(_("nomor"))
    published = models.JSONField(_("isi"))
    sha256 = models.CharField(max_length=64)
    locked_on = models.DateField(_("tanggal dikunci"))
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="+")

    class Meta:
        verbose_name = _("peringkat lomba")
        constraints = [models.UniqueConstraint(fields=["competition", "number"], name="ranking_once")]

    def __str__(self) -> str:
        return f"{self.competition} · {self.number}"


class Appeal(AppealLifecycle):
    """An objection (*sanggahan*) of a ranked entry's office or village. `file` is the contest's: whoever answers locks it."""

    file = ForeignKey("core.File", PROTECT, related_name="appeals")
    participant = ForeignKey("contests.Entry", PROTECT, related_name="appeals")
    text = models.TextField(_("isi sanggahan"))
    filed_on = models.DateField(_("tanggal"))
    answer = models.TextField(_("jawaban"), blank=True)
    answered_on = models.DateField(_("tanggal jawaban"), null=True)
    state = FSMField(default=AppealState.FILED, choices=AppealState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        verbose_name = _("sanggahan")
        constraints = [
            models.UniqueConstraint(fields=["participant"], condition=Q(state="filed"), name="appeal_one_open_an_entry"),
            models.CheckConstraint(condition=Q(answered_on=None) ^ ~Q(state="filed"), name="appeal_answered_iff_dated"),
        ]
