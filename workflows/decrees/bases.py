"""*Dasar hukum*: the regulations that decrees may cite, of the nation and of each district, and those usual to it."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from django.db import models
from django.db.models import PROTECT, ForeignKey, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from workflows.core.models import REGION
from workflows.organisation.models import Region
from workflows.organisation.models.dated import Dated, DatedQuerySet, in_force
from workflows.organisation.models.region import holding

if TYPE_CHECKING:
    from .models import Decree

SHIPPED = Path(__file__).parent / "data" / "bases.yaml"


class BasisQuerySet(DatedQuerySet):
    def of(self, region: Region) -> "BasisQuerySet":
        """Those that a region's decrees cite: its own, of the regions above it, and everybody's."""
        return self.filter(holding(Value(region.path)))

    def citable(self, region: Region, on: date | Combinable, decree: "Decree | None" = None) -> "BasisQuerySet":
        """Those of them in force on a day, and whatever the decree cites already."""
        there = Q(pk__in=self.of(region).filter(in_force(on)).values("pk"))
        return self.filter(there | Q(pk__in=decree.bases.values("pk")) if decree else there)


class LegalBasis(Dated):
    """A regulation that decrees cite, valid from–to; of a region, or of all where there is none. Rank 1 is highest (UU),
    as in UU 12/2011 pasal 7.

    `verified`: somebody has compared the title with the `source`. Until then it is UNVERIFIED, and every list says so.
    """

    region = ForeignKey(REGION, PROTECT, null=True, blank=True, related_name="+")
    title = models.TextField(_("judul lengkap"), help_text=_("Seperti dikutip: Undang-Undang Nomor … Tahun … tentang …"))
    rank = models.IntegerField(_("tingkatan"))
    year = models.IntegerField(_("tahun"))
    number = models.CharField(_("nomor"), max_length=40)
    cited_under = models.CharField(
        _("dikutip pada"), max_length=20, default="mengingat",
        choices=[("mengingat", "Mengingat"), ("memperhatikan", "Memperhatikan")],
    )  # fmt: skip
    source = models.CharField(_("sumber"), max_length=300, blank=True, db_default="")
    verified = models.BooleanField(_("terverifikasi"), default=False, db_default=False)

    objects = BasisQuerySet.as_manager()  # type: ignore[misc]  # narrower than the base's

    class Meta:
        ordering = ["rank", "year", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "region"], nulls_distinct=False, name="legal_basis_once",
                violation_error_message=_("Dasar hukum dengan judul ini sudah ada dalam daftar."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


@cache
def shipped() -> list[dict[str, Any]]:
    """What decrees about Kampung KB usually cite, each with the source of its title and whether that was compared."""
    return yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))


def usual(region: Region) -> dict[str, LegalBasis]:
    """Those that the region's list has not got yet, by title, not saved."""
    there: QuerySet[LegalBasis] = LegalBasis.objects.of(region)
    known = set(there.values_list("title", flat=True))
    return {one["title"]: LegalBasis(region=region, **one) for one in shipped() if one["title"] not in known}
