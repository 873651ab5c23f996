"""How an office and its official are called on a date, as papers print it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from .labels import labels_of
from .models import Capacity, Office, OfficeName, RegionName, Role

TITLES = {
    Role.VILLAGE_HEAD: "{head} {region}",
    Role.VILLAGE_SECRETARY: "Sekretaris {label} {region}",
    Role.PKB: "Penyuluh KB {label} {region}",
    Role.CAMAT: "{head} {region}",
    Role.AGENCY: "Kepala Perangkat Daerah KB {label} {region}",
    Role.LEGAL: "Kepala Bagian Hukum Sekretariat Daerah {label} {region}",
    Role.ASSISTANT: "Asisten Sekretaris Daerah {label} {region}",
    Role.SECRETARY: "Sekretaris Daerah {label} {region}",
    Role.REGENT: "{head} {region}",
    Role.PARTNER: "Kepala Perangkat Daerah Mitra {label} {region}",
    Role.ADMINISTRATOR: "Pengelola Siklus {label} {region}",
    Role.SYSTEM: "Sistem",
}
# Below the line of the superior (a.n., u.b.) the region is not said again.
SHORT_TITLES = {Role.SECRETARY: "Sekretaris Daerah", Role.ASSISTANT: "Asisten Sekretaris Daerah"}
PREFIXES = {Capacity.PLT: "Plt. ", Capacity.PLH: "Plh. ", Capacity.PJ: "Pj. "}


@dataclass(frozen=True)
class Title:
    """`long` as a heading prints it (`Sekretaris Daerah Kabupaten Kubu Raya`), `short` below its superior's line."""

    long: str
    short: str


def titles(offices: Collection[int] | QuerySet, on: date) -> dict[int, Title]:
    """The titles of many offices (ids or a queryset) on a date, by office id, in one query.

    An office's own dated name wins; the region's name is the one of that date.
    """
    named = OfficeName.objects.in_force(on).filter(office=OuterRef("pk"))
    region_named = RegionName.objects.in_force(on).filter(region=OuterRef("region"))
    rows = Office.objects.filter(pk__in=offices).annotate(
        own_title=Subquery(named.values("title")[:1]),
        own_name=Subquery(named.values("name")[:1]),
        region_name=Coalesce(Subquery(region_named.values("name")[:1]), "region__name"),
        region_label=Subquery(labels_of("region__").values("label")[:1]),
        head=Subquery(labels_of("region__").values("head_title")[:1]),
    )
    columns = ("pk", "role", "own_title", "own_name", "region_name", "region_label", "head")
    return {pk: _title(*parts) for pk, *parts in rows.values_list(*columns)}


def title_of(office: Office, on: date) -> str:
    """The title of one office's official on a date: `Bupati Lampung Barat`, `Peratin Kagungan`, `Lurah Pasar Liwa`."""
    return titles([office.pk], on)[office.pk].long


def _title(role: str, own_title: str, own_name: str, region: str, label: str, head: str) -> Title:
    own = own_title or (f"Kepala {own_name}" if own_name else "")
    if own:
        return Title(own, own)
    long = TITLES[Role(role)].format(region=region, label=label, head=head)
    return Title(long, SHORT_TITLES.get(Role(role), long))
