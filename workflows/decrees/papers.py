"""Facts about a decree's papers: the originals that were printed for ink, and who received the decree."""

from django.db import models
from django.db.models import PROTECT, ForeignKey, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.models import OFFICE

from .states import Channel


class PrintedOriginal(models.Model):
    """One original on the office's special paper (*kertas bertanda khusus*), known by the serial number on its back.

    A spoiled sheet is printed again: of several with one `copy` the last counts. Who recorded it says the entry.
    """

    decree = ForeignKey("decrees.Decree", PROTECT, related_name="originals")
    office = ForeignKey(OFFICE, PROTECT, related_name="+", help_text="The issuer: no serial is used twice in its papers.")
    copy = models.IntegerField(_("rangkap ke"))
    serial = models.CharField(_("nomor seri kertas"), max_length=40)
    printed_on = models.DateField(_("dicetak pada"))
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="+")

    class Meta:
        ordering = ["copy", "pk"]
        constraints = [models.UniqueConstraint(fields=["office", "serial"], name="paper_serial_once")]

    def __str__(self) -> str:
        return self.serial


class Conveyance(models.Model):
    """That a decree was brought to one of its villages (*penyampaian*). Sent twice, both stand; the last is shown."""

    row = ForeignKey("decrees.DecreeRow", PROTECT, related_name="conveyances")
    conveyed_on = models.DateField(_("disampaikan pada"))
    channel = models.CharField(_("lewat"), max_length=10, choices=Channel.choices)
    receiver = models.CharField(_("penerima"), max_length=200)
    note = models.CharField(_("catatan"), max_length=300, blank=True)
    proof = ForeignKey("core.Attachment", PROTECT, null=True, related_name="conveyances")
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="+")

    class Meta:
        ordering = ["row", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(receiver=""), name="conveyance_has_receiver")]

    def __str__(self) -> str:
        return f"{self.receiver}, {self.conveyed_on}"
