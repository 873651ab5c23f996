"""The lines at the head of an office's letters, and how its regions are called on a day."""

from datetime import date

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from .labels import with_labels
from .models import Level, Office, OfficeName, Region, RegionName, Role
from .titles import title_of

SECRETARIAT = [Role.LEGAL, Role.ASSISTANT, Role.SECRETARY]


def regions_above(office: Office, day: date) -> dict[str, str]:
    """The regions that hold the office and its own, by level, as on that day: `{"regency": "KABUPATEN KUBU RAYA", …}`."""
    named = RegionName.objects.in_force(day).filter(region=OuterRef("pk"))
    regions = Region.objects.filter(pk__in=office.territory.path.strip("/").split("/"))
    found = with_labels(regions).annotate(then=Coalesce(Subquery(named.values("name")[:1]), "name"))
    return {region.level: f"{region.label} {region.then}".upper() for region in found}


def above(office: Office, day: date) -> list[str]:
    """Whose office it is; a Bupati's letters name nobody above (documents.md 2.8)."""
    return [] if office.role == Role.REGENT else [f"PEMERINTAH {regions_above(office, day)[Level.REGENCY]}"]


def own_lines(office: Office, day: date) -> list[str]:
    """The office's own name on that day; where it has none, what its role and region make of it."""
    if office.role == Role.REGENT:
        return [title_of(office, day).upper()]
    if name := OfficeName.objects.in_force(day).filter(office=office).exclude(name="").first():
        return [name.name.upper()]
    if office.role in SECRETARIAT:
        return ["SEKRETARIAT DAERAH"]
    if office.role == Role.AGENCY:
        return ["PERANGKAT DAERAH KB"]
    regions = regions_above(office, day)
    return [regions[level] for level in (Level.DISTRICT, Level.VILLAGE) if level in regions]
