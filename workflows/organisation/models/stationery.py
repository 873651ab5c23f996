"""What papers print that is the district's own to say: emblem, kop, paper, margins, words. Dated, never code."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Now
from django.utils.translation import gettext_lazy as _

from .dated import Dated, no_overlap, ordered_days
from .office import Office
from .person import Person
from .region import Region

MARGIN = [MinValueValidator(10), MaxValueValidator(80)]


class Papers(models.TextChoices):
    """The two families of official paper; empty where no difference is made."""

    PRODUK_HUKUM = "produk_hukum", _("keputusan")
    NASKAH_DINAS = "naskah_dinas", _("surat dan naskah dinas lain")


class PaperSize(models.TextChoices):
    F4 = "F4", _("F4 (215 × 330 mm)")
    F4_NARROW = "F4-210", _("F4 (210 × 330 mm)")
    A4 = "A4", _("A4 (210 × 297 mm)")


class NumberPrefix(models.TextChoices):
    PLAIN = "NOMOR", _("NOMOR 1 TAHUN 2024")
    COLON = "NOMOR :", _("NOMOR : 1 TAHUN 2024")


class Stationery(Dated):
    """What is empty here is taken from the next wider row: from the office to its region, up to the shipped default."""

    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="stationery")
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="stationery")
    papers = models.CharField(_("berlaku untuk"), max_length=20, choices=Papers, blank=True)
    emblem = models.BinaryField(_("lambang"), null=True, blank=True, editable=True)
    head_lines = ArrayField(models.CharField(max_length=200), verbose_name=_("baris kop"), default=list, blank=True)
    address = models.CharField(_("alamat"), max_length=300, blank=True)
    paper = models.CharField(_("kertas"), max_length=10, choices=PaperSize, blank=True)
    margin_top = models.PositiveSmallIntegerField(_("tepi atas"), null=True, blank=True, validators=MARGIN)
    margin_right = models.PositiveSmallIntegerField(_("tepi kanan"), null=True, blank=True, validators=MARGIN)
    margin_bottom = models.PositiveSmallIntegerField(_("tepi bawah"), null=True, blank=True, validators=MARGIN)
    margin_left = models.PositiveSmallIntegerField(_("tepi kiri"), null=True, blank=True, validators=MARGIN)
    number_prefix = models.CharField(_("tulisan nomor"), max_length=10, choices=NumberPrefix, blank=True)
    show_rahmat = models.BooleanField(_("“Dengan Rahmat Tuhan Yang Maha Esa”"), null=True, blank=True)
    footer = models.CharField(_("catatan kaki tanda tangan elektronik"), max_length=300, blank=True)
    programme = models.CharField(_("nama program"), max_length=100, blank=True)
    place = models.CharField(_("tempat penetapan"), max_length=100, blank=True)
    set_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("kop dan kertas")
        constraints = [
            no_overlap(
                "stationery_one_a_day",
                Coalesce(F("region_id"), 0),
                Coalesce(F("office_id"), 0),
                "papers",
                message=_("Sudah ada kop dan kertas pada masa itu."),
            ),
            ordered_days("stationery_days"),
            models.CheckConstraint(
                name="stationery_of_region_or_office",
                condition=Q(region=None, office__isnull=False) | Q(region__isnull=False, office=None),
                violation_error_message=_("Kop dan kertas milik satu wilayah atau satu jabatan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office or self.region}"
