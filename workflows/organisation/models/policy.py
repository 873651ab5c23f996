"""What an acting official may sign: dated district data over the shipped defaults."""

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from ..states import Capacity
from .dated import Dated, no_overlap, ordered_days
from .office import Office
from .region import Region


class DocClass(models.TextChoices):
    REGENT_DECREE = "regent_decree", _("Keputusan Bupati/Wali Kota")
    VILLAGE_DECREE = "village_decree", _("Keputusan Kepala Desa/Lurah")
    LETTER = "letter", _("surat")
    APPOINTMENT = "appointment", _("penunjukan pejabat pengganti")


class Verdict(models.TextChoices):
    ALLOW = "allow", _("boleh")
    WARN = "warn", _("boleh dengan alasan")
    REFUSE = "refuse", _("tidak boleh")
    NEEDS_DELEGATION = "needs_delegation", _("hanya dengan pendelegasian")


class Delegation(Dated):
    """A superior office lets another sign a class of documents on its behalf (a.n.); empty class means all."""

    giver = models.ForeignKey(Office, models.PROTECT, related_name="delegations_given")
    receiver = models.ForeignKey(Office, models.PROTECT, related_name="delegations_received")
    doc_class = models.CharField(_("jenis naskah"), max_length=20, choices=DocClass, blank=True)
    paper = models.CharField(_("dasar"), max_length=200)
    paper_on = models.DateField(_("tanggal dasar"), null=True, blank=True)

    class Meta:
        verbose_name = _("pendelegasian")
        constraints = [ordered_days("delegation_days")]

    def __str__(self) -> str:
        return f"{self.giver} → {self.receiver}: {self.get_doc_class_display() or _('semua naskah')}"


class SigningPolicy(Dated):
    """A region's own answer for a class of documents and a capacity; null region is the whole nation."""

    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="signing_policies")
    doc_class = models.CharField(_("jenis naskah"), max_length=20, choices=DocClass)
    capacity = models.CharField(_("kedudukan"), max_length=10, choices=Capacity)
    verdict = models.CharField(_("ketentuan"), max_length=20, choices=Verdict)
    basis = models.CharField(_("dasar"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("ketentuan penandatanganan")
        constraints = [
            no_overlap(
                "signing_policy_one_a_day",
                Coalesce("region_id", 0),  # two nationwide answers exclude each other too
                "doc_class",
                "capacity",
                message=_("Sudah ada ketentuan untuk naskah dan kedudukan ini pada masa itu."),
            ),
            ordered_days("signing_policy_days"),
        ]
