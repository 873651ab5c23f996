"""How a decree's issuer stands at the head of the paper on a day."""

from datetime import date

from workflows.organisation.letterhead import regions_above
from workflows.organisation.models import Kind, Level, Office, Role
from workflows.organisation.titles import titles


def issuer_of(office: Office, day: date, place: str) -> dict[str, object]:
    """Title, head lines, place and rank of the issuing office, as the snapshot's `issuer`."""
    title = titles([office.pk], day)[office.pk].long
    return {
        "title": title, "head_lines": [title.upper(), *above(office, day)], "place": place,
        "rank": office.role, "kind": office.territory.kind,
    }  # fmt: skip


def above(office: Office, day: date) -> list[str]:
    """The second head line: a desa names its regency, a kelurahan its kecamatan too (documents.md 2.3); a Bupati none."""
    if office.role != Role.VILLAGE_HEAD:
        return []
    regions = regions_above(office, day)
    regency, district = regions[Level.REGENCY], regions[Level.DISTRICT]
    return [f"{district} {regency}"] if office.territory.kind == Kind.KELURAHAN else [regency]
