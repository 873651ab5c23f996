"""Which stationery an office's papers have on a day: the most specific says it, field by field, down to the default."""

import base64
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from .letterhead import above, own_lines
from .models import Office, Papers, Person, Region, Role, Stationery

SIDES = ("top", "right", "bottom", "left")
SIGNED_ELECTRONICALLY = "Dokumen ini telah ditandatangani secara elektronik."
"""The shipped footer claims no certificate; who signs with BSrE's enters BSrE's words (official text UNVERIFIED)."""
INHERITED = ("emblem", "paper", "number_prefix", "show_rahmat", "footer", "programme")


@dataclass(frozen=True)
class Look:
    """What a paper of an office prints on a day. `page` is empty where the family's own default holds."""

    page: dict[str, Any]
    lambang: str
    letterhead: dict[str, Any]
    footer: str
    number_prefix: str
    show_rahmat: bool
    programme: str
    place: str

    @property
    def on_decrees(self) -> dict[str, Any]:
        """The keys of a decree's content, as docs/decisions/0005-official-paper.md names them."""
        known = {"page": self.page, "lambang": self.lambang}
        words = {"footer": self.footer, "number_prefix": self.number_prefix, "show_rahmat": self.show_rahmat}
        return {name: value for name, value in known.items() if value} | words

    @property
    def on_letters(self) -> dict[str, Any]:
        """The keys of a letter's content: a kop, and nothing about numbers."""
        known = {"page": self.page, "lambang": self.lambang}
        return {name: value for name, value in known.items() if value} | {"letterhead": self.letterhead, "footer": self.footer}


def stationery_for(office: Office, day: date, papers: str = Papers.PRODUK_HUKUM) -> Look:
    """The look of an office's papers of one family on a day (that of freezing: the snapshot keeps it from then on)."""
    rows = rows_for(office, day, papers)
    said = {name: last_of([getattr(row, name) for row in rows]) for name in INHERITED}
    return Look(
        page=page_of(rows, said["paper"]),
        lambang=base64.b64encode(said["emblem"]).decode() if said["emblem"] else "",
        letterhead=letterhead_of(office, day, rows),
        footer=said["footer"] or SIGNED_ELECTRONICALLY,
        number_prefix=said["number_prefix"] or "NOMOR",
        show_rahmat=bool(said["show_rahmat"]),
        programme=said["programme"] or programme_on(day),
        place=last_of([row.place for row in its_own(office, rows)]) or office.place or office.territory.name,
    )


def rows_for(office: Office, day: date, papers: str) -> list[Stationery]:
    """What holds for the office on that day, the most specific last."""
    holding = Q(office=office) | Q(region__in=office.territory.path.strip("/").split("/"))
    found = Stationery.objects.in_force(day).filter(holding, papers__in=["", papers]).select_related("region")
    return sorted(found, key=lambda row: (row.office_id is not None, len(row.region.path) if row.region else 0, row.papers))


def last_of(values: list[Any]) -> Any:
    """The last value that says something; None where none does."""
    return next((value for value in reversed(values) if value not in (None, "", [], b"")), None)


def its_own(office: Office, rows: list[Stationery]) -> list[Stationery]:
    """Where an office sits is said by it or its region, never by a wider one: a village does not sign in the capital."""
    return [row for row in rows if row.office_id or row.region_id == office.region_id]


def page_of(rows: list[Stationery], size: str | None) -> dict[str, Any]:
    margins = {side: last_of([getattr(row, f"margin_{side}") for row in rows]) for side in SIDES}
    margins = {side: width for side, width in margins.items() if width is not None}
    return ({"size": size} if size else {}) | ({"margins": margins} if margins else {})


def letterhead_of(office: Office, day: date, rows: list[Stationery]) -> dict[str, Any]:
    """The kop. What a region says about its head does not stand above the Bupati, only what his own row says."""
    heads = [row.head_lines for row in rows if row.office_id or office.role != Role.REGENT]
    return {"lines": [*(last_of(heads) or above(office, day)), *own_lines(office, day)],
            "address": last_of([row.address for row in its_own(office, rows)]) or ""}  # fmt: skip


def programme_on(day: date) -> str:
    """*Kampung Keluarga Berencana* until the rename by SE Mendagri 843.4/2879/SJ/2020, *Berkualitas* since.

    The circular's exact day is UNVERIFIED; papers dated before 2020 print the old name.
    """
    return "Kampung Keluarga Berencana" if day.year < 2020 else "Kampung Keluarga Berkualitas"


@transaction.atomic
def set_stationery(whose: Region | Office, since: date, by: Person | None, papers: str = "", **said: Any) -> Stationery:
    """From `since` on this holds for `whose`; what held before ends the day before, what is dated later stays.

    The same day again replaces what was said for it: papers frozen meanwhile keep what they have.
    """
    type(whose).objects.select_for_update().get(pk=whose.pk)
    mine = {"region": whose} if isinstance(whose, Region) else {"office": whose}
    rows = Stationery.objects.filter(**mine, papers=papers)
    later = rows.filter(since__gt=since).order_by("since").first()
    rows.in_force(since).exclude(since=since).update(until=since - timedelta(days=1))
    until = later.since - timedelta(days=1) if later and later.since else None
    return rows.update_or_create(since=since, defaults={"until": until, "set_by": by} | said, create_defaults={
        **mine, "papers": papers, "since": since, "until": until, "set_by": by} | said)[0]  # fmt: skip
