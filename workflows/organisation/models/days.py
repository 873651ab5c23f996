"""Days with a number, so that `five working days later` is a look-up."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WorkingDay(models.Model):
    """A calendar day. `ordinal` counts the working days up to and including it, so a holiday repeats the last one's."""

    calendar = models.CharField(_("kalender"), max_length=20, default="ID")
    date = models.DateField(_("tanggal"))
    ordinal = models.PositiveIntegerField(editable=False, default=0)
    is_working = models.BooleanField(_("hari kerja"))
    note = models.CharField(_("keterangan"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("hari kerja")
        constraints = [models.UniqueConstraint(name="working_day_once", fields=["calendar", "date"])]
        indexes = [
            models.Index(
                name="working_day_ordinal", fields=["calendar", "ordinal"], condition=models.Q(is_working=True)
            )
        ]

    def __str__(self) -> str:
        return self.date.isoformat()
