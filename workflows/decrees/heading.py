"""How a decree's issuer stands at the head of the paper on a day."""

from datetime import date
from typing import Any

from workflows.organisation.labels import with_labels
from workflows.organisation.models import Office, Region
from workflows.organisation.titles import titles


def issuer_of(office: Office, day: date) -> dict[str, object]:
    """Title, head lines, place and rank of the issuing office, as the snapshot's `issuer`."""
    title = titles([office.pk], day)[office.pk].long
    return {
        "title": title, "head_lines": [title.upper(), *above(office)], "place": office.place or office.territory.name,
        "rank": office.role, "kind": office.territory.kind,
    }  # fmt: skip


def above(office: Office) -> list[str]:
    """The second head line: a desa names its regency, a kelurahan its kecamatan too (documents.md 2.3); a Bupati none."""
    if office.role != "village_head":
        return []
    ancestors = {r.level: r for r in with_labels(Region.objects.filter(pk__in=office.territory.path.strip("/").split("/")))}
    regency, district = named(ancestors["regency"]), named(ancestors["district"])
    return [f"{district} {regency}"] if office.territory.kind == "kelurahan" else [regency]


def named(region: Any) -> str:
    return f"{region.label} {region.name}".upper()
