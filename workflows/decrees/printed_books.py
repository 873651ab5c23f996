"""The content of a register's printed book (schema siklus/register/1)."""

from datetime import date
from typing import Any

from workflows.organisation.letterhead import regions_above
from workflows.organisation.mandates import holders, signature_lines
from workflows.organisation.models import Level, Office, Papers, Role
from workflows.organisation.stationery import stationery_for
from workflows.organisation.titles import title_of
from workflows.routes.planning import office_for

from .books import Line, lines_of
from .models import Series
from .states import DecreeKind

BOOKS = {DecreeKind.REGENT: "buku_keputusan", DecreeKind.VILLAGE: "buku_a2"}
CLOSED_BY = {DecreeKind.REGENT: [("", Role.LEGAL)],
             DecreeKind.VILLAGE: [("Mengetahui", Role.VILLAGE_HEAD), ("", Role.VILLAGE_SECRETARY)]}  # fmt: skip
"""Who signs a closed book; a village's is closed by its Sekdes and known to its head (Permendagri 47/2016)."""


def book_of(series: Series, year: int, today: date) -> dict[str, Any]:
    """One year of a register. A year that is over is closed on its last day, by those who held the offices then."""
    kind, closed_on = BOOKS[DecreeKind(series.doc_class)], date(year, 12, 31) if year < today.year else None
    day = closed_on or today
    look, numbers = stationery_for(series.office, day, Papers.NASKAH_DINAS), series.numbers.filter(year=year)
    page = {"landscape": True} | {name: look.page[name] for name in ("size",) if name in look.page}
    return {
        "schema": "siklus/register/1", "kind": kind, "template": f"{kind}@1", "page": page,
        "example": numbers.filter(file__example=True).exists(),
        "office": {"title": title_of(series.office, day), "place": look.place, "region": region_of(series.office, day)},
        "year": year, "rows": [ROWS[kind](line) | known_of(line) for line in lines_of(numbers)],
        "closed_on": closed_on and closed_on.isoformat(),
        "signatories": signatories(series, closed_on) if closed_on else [],
    }  # fmt: skip


def region_of(office: Office, day: date) -> str:
    """`DESA CONTOH KECAMATAN CONTOH KABUPATEN CONTOH` of a village; a regency's book needs none."""
    named = regions_above(office, day)
    return " ".join(named[level] for level in (Level.VILLAGE, Level.DISTRICT, Level.REGENCY)) if Level.VILLAGE in named else ""


def known_of(line: Line) -> dict[str, Any]:
    return {"number": line.text, "date": line.day.isoformat(), "subject": line.subject, "state": line.number.state,
            "reason": line.number.reason, "note": "; ".join(line.notes)}  # fmt: skip


def row_of_regent(line: Line) -> dict[str, Any]:
    return {"initiator": line.initiator, "signatory": line.signatory, "annexes": line.annexes or 0,
            "copies_to": "; ".join(line.copies_to)}  # fmt: skip


def row_of_village(line: Line) -> dict[str, Any]:
    number, day = line.reported or ("", None)
    return {"summary": line.summary, "reported_number": number, "reported_on": day.isoformat() if day else ""}


ROWS = {"buku_keputusan": row_of_regent, "buku_a2": row_of_village}


def signatories(series: Series, day: date) -> list[dict[str, Any]]:
    """Those of `CLOSED_BY` whose office had somebody on that day."""
    offices = {role: office_for(role, series.office.territory) for _words, role in CLOSED_BY[DecreeKind(series.doc_class)]}
    held = holders([office.pk for office in offices.values()], day)
    return [
        {"role": words, "lines": signature_lines(mandate, day), "name": mandate.person.full_name}
        for words, role in CLOSED_BY[DecreeKind(series.doc_class)]
        for mandate in held.get(offices[role].pk, [])[:1]
    ]  # fmt: skip
