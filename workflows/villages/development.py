"""How far a desa has come by the index of village development (*indeks desa membangun*), as its source says it for a year.

The statuses are those commonly used since 2016 (UNVERIFIED); the index is of desa, a kelurahan has none.
"""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues, Problem, Refused
from workflows.organisation.models import Kind, Mandate, Region, Role
from workflows.routes.drafts import in_force_today

from .models import DevelopmentStatus
from .states import Development

MEASURED = [Kind.DESA, Kind.DESA_ADAT]
FIRST_YEAR = 2016


@transaction.atomic
def note_status(villages: QuerySet[Region], by: Mandate, *, year: int, status: str, source: str) -> int:
    """Write down one status of these villages; what was noted for the year is replaced. Returns how many.

    Raises `BadValues` naming the field, `Refused` unless `by` is of the agency of their territory.
    """
    regions = list(villages)
    check(regions, by, year, status, source)
    DevelopmentStatus.objects.bulk_create(
        [DevelopmentStatus(region=region, year=year, status=status, source=source.strip()) for region in regions],
        update_conflicts=True, unique_fields=["region", "year"], update_fields=["status", "source"],
    )  # fmt: skip
    return len(regions)


def check(regions: list[Region], by: Mandate, year: int, status: str, source: str) -> None:
    wrong = {}
    if status not in Development.values:
        wrong["status"] = _("Pilih status: %(all)s.") % {"all": ", ".join(Development.values)}
    if year < FIRST_YEAR:
        wrong["year"] = _("Status ini ada sejak tahun %(year)d.") % {"year": FIRST_YEAR}
    if not source.strip():
        wrong["source"] = _("Tulis sumbernya.")
    if others := [region.name for region in regions if region.kind not in MEASURED]:
        words = _("Hanya desa yang mempunyai status ini, kelurahan tidak: %(names)s.")
        wrong["villages"] = words % {"names": ", ".join(others[:5])}
    if wrong:
        raise BadValues(wrong)
    said = _("Status desa dicatat OPD KB untuk wilayahnya sendiri.")
    here = by.office.role == Role.AGENCY and in_force_today(by, by.office.territory.zone)
    foreign = [region for region in regions if not (here and region.path.startswith(by.office.territory.path))]
    if foreign:
        raise Refused([Problem(one.pk, "region", "in_my_territory", said, _("OPD KB")) for one in foreign])
