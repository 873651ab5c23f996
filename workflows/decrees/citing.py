"""How a decree is named in the text of another: *Keputusan Bupati … Nomor … tentang …*."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from workflows.organisation.titles import title_of

from .models import Decree
from .states import LinkKind


@dataclass(frozen=True)
class Cited:
    """What names a decree: its title (*Keputusan Bupati Lampung Barat*), number, date and subject."""

    title: str
    number: str
    date: date
    subject: str

    def __str__(self) -> str:
        return f"{self.title} Nomor {self.number} tentang {self.subject}"

    def as_content(self) -> dict[str, Any]:
        """As a paper's `changes.other`."""
        return {"title": self.title, "number": self.number, "date": self.date.isoformat(), "subject": self.subject}


def cited(decree: Decree) -> Cited:
    """Of a decree that has been decided and numbered."""
    assert decree.decided_on
    title = f"Keputusan {title_of(decree.issuer, decree.decided_on)}"
    return Cited(title, (decree.issue or {})["number"], decree.decided_on, decree.subject)


def order_of_change(other: Decree, by: Decree | None = None) -> int:
    """1 for the first change of a decree (*perubahan*), 2 for the second (*perubahan kedua*), …"""
    earlier = other.linked_from.filter(kind=LinkKind.AMENDS, decree__in_force_on__isnull=False)
    return earlier.exclude(decree=by).count() + 1 if by else earlier.count() + 1
