"""Territory: provinces, regencies and cities, districts, villages; their dated codes and names; their labels."""

from typing import Self

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat, Left, Length
from django.db.models.lookups import StartsWith
from django.utils.translation import gettext_lazy as _

from workflows.core.finding import by_likeness

from .dated import Dated, no_overlap, ordered_days


class Level(models.TextChoices):
    PROVINCE = "province", _("provinsi")
    REGENCY = "regency", _("kabupaten/kota")
    DISTRICT = "district", _("kecamatan")
    VILLAGE = "village", _("desa/kelurahan")


class Kind(models.TextChoices):
    """What a region is by law; what it is called locally stands in `RegionLabel`."""

    PROVINSI = "provinsi", _("provinsi")
    KABUPATEN = "kabupaten", _("kabupaten")
    KOTA = "kota", _("kota")
    KABUPATEN_ADMINISTRASI = "kabupaten_administrasi", _("kabupaten administrasi")
    KOTA_ADMINISTRASI = "kota_administrasi", _("kota administrasi")
    KECAMATAN = "kecamatan", _("kecamatan")
    DESA = "desa", _("desa")
    KELURAHAN = "kelurahan", _("kelurahan")
    DESA_ADAT = "desa_adat", _("desa adat")


class Zone(models.TextChoices):
    WIB = "Asia/Jakarta", "WIB"
    WITA = "Asia/Makassar", "WITA"
    WIT = "Asia/Jayapura", "WIT"


def path_of(pk: int, parent: "Region | None") -> str:
    """Where a region stands. Padded, so that paths sort as regions were numbered: by code within each load."""
    return f"{parent.path if parent else ''}{pk:08}/"


def within(path: str | Combinable, prefix: str = "") -> Q:
    """The subtree below and including the region with this path, as one range of the path's index.

    A range, not LIKE: it stays indexable when `path` is a parameter of a prepared statement or a column of
    another table. Paths end in `/`, and `0` is the character that follows it. `prefix` leads to the region,
    e.g. `"office__region__"`.
    """
    if isinstance(path, str):
        return Q(**{f"{prefix}path__gte": path, f"{prefix}path__lt": f"{path[:-1]}0"})
    after = Concat(Left(path, Length(path) - 1), Value("0"))
    return Q(**{f"{prefix}path__gte": path, f"{prefix}path__lt": after})


def holding(path: Combinable, prefix: str = "region__") -> Q:
    """Rows for a region at or above the one with this path, and those for the whole nation (no region)."""
    return Q(**{f"{prefix.removesuffix('__')}": None}) | Q(StartsWith(path, F(f"{prefix}path")))


class RegionQuerySet(models.QuerySet):
    def under(self, region: "Region") -> Self:
        """The region itself and everything in it."""
        return self.filter(within(region.path))


class Region(models.Model):
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    level = models.CharField(_("tingkat"), max_length=10, choices=Level)
    kind = models.CharField(_("jenis"), max_length=24, choices=Kind)
    name = models.CharField(_("nama"), max_length=100, help_text=_("Nama sekarang, tanpa sebutan."))
    zone = models.CharField(_("zona waktu"), max_length=16, choices=Zone)
    path = models.CharField(
        max_length=100, unique=True, db_collation="C", editable=False, help_text="Ids from province down: `00000001/00000023/`."
    )
    closed_on = models.DateField(_("dihapus pada"), null=True, blank=True)

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("wilayah")
        constraints = [
            models.CheckConstraint(
                name="region_province_has_no_parent",
                condition=Q(level=Level.PROVINCE, parent=None) | (~Q(level=Level.PROVINCE) & Q(parent__isnull=False)),
                violation_error_message=_("Setiap wilayah selain provinsi mempunyai wilayah atasan."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class RegionCode(Dated):
    """A Kemendagri code (`18.04.04.1001`) while it was a region's: an attribute, never a key."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="codes")
    code = models.CharField(_("kode wilayah"), max_length=13)
    basis = models.CharField(_("dasar"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("kode wilayah")
        constraints = [
            no_overlap("region_code_one_region", "code", message=_("Kode ini sudah dipakai wilayah lain.")),
            models.UniqueConstraint(name="region_code_one_current", fields=["region"], condition=Q(until=None)),
            ordered_days("region_code_days"),
        ]
        indexes = [models.Index(fields=["code"], opclasses=["varchar_pattern_ops"], name="region_code_prefix")]

    def __str__(self) -> str:
        return self.code


class RegionName(Dated):
    """A name while it was a region's; papers print the one of their date."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="names")
    name = models.CharField(_("nama"), max_length=100)

    class Meta:
        verbose_name = _("nama wilayah")
        constraints = [
            no_overlap("region_name_one_a_day", "region", message=_("Wilayah ini sudah bernama pada tanggal itu.")),
            ordered_days("region_name_days"),
        ]
        indexes = [by_likeness("name", "region_by_likeness")]

    def __str__(self) -> str:
        return self.name


class RegionLabel(models.Model):
    """What regions of a kind are called inside a region and who heads them; null region is the whole nation.

    The most specific region wins; at the same region a district's own row wins over the shipped one.
    """

    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="labels")
    kind = models.CharField(_("jenis"), max_length=24, choices=Kind)
    label = models.CharField(_("sebutan"), max_length=50)
    head_title = models.CharField(_("sebutan kepala"), max_length=60)
    shipped = models.BooleanField(default=False, editable=False)
    note = models.CharField(_("catatan"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("sebutan wilayah")
        constraints = [
            models.UniqueConstraint(
                name="region_label_once", fields=["region", "kind", "shipped"], nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"{self.label} / {self.head_title}"
