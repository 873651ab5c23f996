"""Offices: what tasks belong to. People come and go by mandate."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from workflows.core.finding import by_likeness

from ..lifecycle import OfficeLifecycle
from ..states import OfficeState
from .dated import Dated, no_overlap, ordered_days
from .region import Region


class Role(models.TextChoices):
    """What an office does in a route; how its head is called depends on the region (`titles`)."""

    VILLAGE_HEAD = "village_head", _("kepala desa/lurah")
    VILLAGE_SECRETARY = "village_secretary", _("sekretaris desa/kelurahan")
    PKB = "pkb", _("penyuluh KB")
    CAMAT = "camat", _("camat")
    AGENCY = "agency", _("perangkat daerah KB")
    LEGAL = "legal", _("bagian hukum")
    ASSISTANT = "assistant", _("asisten")
    SECRETARY = "secretary", _("sekretaris daerah")
    REGENT = "regent", _("bupati/wali kota")
    PARTNER = "partner", _("perangkat daerah mitra")
    ADMINISTRATOR = "administrator", _("pengelola Siklus")
    SYSTEM = "system", _("sistem")


SEVERAL = [Role.PKB, Role.PARTNER]
"""Of which a region may have more than one office, told apart by their villages or their names."""


class OfficeQuerySet(models.QuerySet):
    def active(self) -> Self:
        return self.filter(state=OfficeState.ACTIVE)


class Office(OfficeLifecycle):
    """One seat: a role in a region. Several field officers (PKB) may share a kecamatan, each with its own villages.

    Partner agencies (health, education, public works …) act on what is theirs alone: they have a region and no territory.
    """

    root = "pk"

    role = models.CharField(_("peran"), max_length=20, choices=Role)
    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="offices")
    label = models.CharField(_("sebutan"), max_length=200, blank=True, help_text=_("Seperti dicetak dalam daftar."))
    place = models.CharField(_("tempat penetapan"), max_length=100, blank=True, help_text=_("Kosong: nama wilayahnya."))
    state = FSMField(_("keadaan"), default=OfficeState.ACTIVE, choices=OfficeState.choices)
    version = models.PositiveIntegerField(default=0)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("jabatan")
        indexes = [by_likeness("label", "office_by_likeness")]
        constraints = [
            models.UniqueConstraint(
                name="office_one_active",
                fields=["role", "region"],
                condition=Q(state=OfficeState.ACTIVE) & ~Q(role__in=SEVERAL),
                nulls_distinct=False,
                violation_error_message=_("Jabatan ini sudah ada di wilayah itu."),
            ),
            models.CheckConstraint(
                name="office_region_unless_system",
                condition=Q(role=Role.SYSTEM, region=None) | (~Q(role=Role.SYSTEM) & Q(region__isnull=False)),
                violation_error_message=_("Setiap jabatan selain Sistem mempunyai wilayah."),
            ),
        ]

    def __str__(self) -> str:
        return self.label or self.get_role_display()

    @property
    def territory(self) -> Region:
        """Its region. Raises `ValueError` for the Sistem office, the only one without (`office_region_unless_system`)."""
        if self.region is None:
            raise ValueError("the Sistem office has no territory")
        return self.region

    def serves(self, region: Region) -> bool:
        """Whether a region lies in its own, and is one of its villages where it has some of its own."""
        mine = not self.areas.exists() or self.areas.filter(region=region).exists()
        return mine and region.path.startswith(self.territory.path)


class OfficeName(Dated):
    """An office's own name while it bore it, e.g. the agency's; others are named by role and region."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="names")
    name = models.CharField(_("nama"), max_length=200)
    acronym = models.CharField(_("singkatan"), max_length=30, blank=True)
    title = models.CharField(
        _("sebutan pejabat"), max_length=200, blank=True, help_text=_("Kosong: “Kepala” diikuti nama.")
    )

    class Meta:
        verbose_name = _("nama jabatan")
        constraints = [
            no_overlap("office_name_one_a_day", "office", message=_("Jabatan ini sudah bernama pada tanggal itu.")),
            ordered_days("office_name_days"),
        ]

    def __str__(self) -> str:
        return self.acronym or self.name


class OfficeArea(models.Model):
    """A village that an office serves; an office without any serves its whole region."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="areas")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("wilayah kerja")
        constraints = [models.UniqueConstraint(name="office_area_once", fields=["office", "region"])]

    def __str__(self) -> str:
        return f"{self.office}: {self.region}"
