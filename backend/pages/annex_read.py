"""The list of villages of a decree as it is read on a screen: by kecamatan, from the frozen content."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from workflows.routes.models import Remark

Row = dict[str, Any]


@dataclass(frozen=True)
class District:
    name: str
    rows: list[tuple[Row, list[Remark]]] = field(default_factory=list)


def listed(content: dict[str, Any] | None) -> list[Row]:
    """The rows of the first list of villages; nothing for any other paper, nor for one that only changes rows of another."""
    annexes = (content or {}).get("annexes") or []
    return next((a["rows"] for a in annexes if a["kind"] == "villages" and not any("change" in row for row in a["rows"])), [])


def by_district(rows: Iterable[Row], remarks: Iterable[Remark]) -> list[District]:
    """In the order of the list, each row with the remarks on it."""
    noted: dict[str, list[Remark]] = {}
    for remark in remarks:
        noted.setdefault(remark.target, []).append(remark)
    found: dict[str, District] = {}
    for row in rows:
        district = found.setdefault(row["district"], District(row["district"]))
        district.rows.append((row, noted.get(f"rows.{row['no']}", [])))
    return list(found.values())


def size_in_words(rows: list[Row]) -> str:
    """`136 pekon/kelurahan di 15 kecamatan`, in the words of the place."""
    labels = "/".join(dict.fromkeys(row["label"].lower() for row in rows))
    districts = len({row["district"] for row in rows})
    return _("%(n)d %(labels)s di %(districts)d kecamatan") % {"n": len(rows), "labels": labels, "districts": districts}
