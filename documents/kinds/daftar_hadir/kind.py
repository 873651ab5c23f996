"""Daftar hadir (documents.md D14): who came to a meeting. Printed before it for ink, or after it with what Siklus knows."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.edges import edges
from documents.families.naskah_dinas.completeness import LETTERHEAD, OFFICE, SIGNATURE, check_of
from documents.families.naskah_dinas.kop import kop_of
from documents.families.naskah_dinas.register import columns_of
from documents.families.naskah_dinas.spelling import weekday_and_date
from documents.families.naskah_dinas.table import table
from documents.families.shapes import amount, day, optional, record, several, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.daftar_hadir.sample import sample
from workflows.core.wording import number_in_words

MOST = 1000  # people of one meeting
PAGE = {"landscape": True, "margins": {"top": 20, "right": 20, "bottom": 25, "left": 20}}

ROW = record(
    name=optional(text), position=text, element=text, arrived=optional(text), left=optional(text), note=optional(text)
)
"""A seat; its name may be known only when somebody comes. `arrived` and `left` are times of day, `08.41`."""
COLUMNS = [
    ("NO", "no center"),
    ("NAMA", "name"),
    ("JABATAN", "position"),
    ("UNSUR", "element"),
    ("DATANG", "time center"),
    ("PULANG", "time center"),
    ("TANDA TANGAN", "sign"),
    ("KETERANGAN", "note"),
]


def context(content: Content, form: Form) -> dict[str, Any]:
    seats = [*content["rows"], *({"position": "", "element": ""} for _ in range(content["spare"]))]
    return {
        **edges(content, form),
        "document_title": f"Daftar Hadir – {content['subject']}",
        "kop": kop_of(content),
        "subject": content["subject"],
        "day": weekday_and_date(content["held_on"]),
        "time": content["time"],
        "venue": content["venue"],
        "said": _counted(content),
        "table": table("seats", COLUMNS, [_cells(order, seat) for order, seat in enumerate(seats, start=1)]),
        "signatures": columns_of(content["signatories"]) if content["signatories"] else [],
    }


def _cells(order: int, seat: dict[str, Any]) -> list[str]:
    return [
        str(order), seat.get("name") or "", seat["position"], seat["element"], seat.get("arrived") or "",
        seat.get("left") or "", f"{order}.", seat.get("note") or "",
    ]  # fmt: skip


def _counted(content: Content) -> str:
    """Nothing is counted before anybody has come."""
    came = sum(1 for row in content["rows"] if row.get("arrived"))
    quorum = f"; kuorum {number_in_words(content['quorum'])}" if content["quorum"] else ""
    return f"Hadir {number_in_words(came)} dari {number_in_words(len(content['rows']))} nama{quorum}." if came else ""


KIND = Kind(
    id="daftar_hadir",
    version=1,
    title="Daftar Hadir",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=check_of(
        record(
            office=OFFICE, letterhead=optional(LETTERHEAD), subject=text, held_on=day, time=text, venue=text,
            rows=several(ROW, least=0, most=MOST), spare=amount, quorum=amount,
            signatories=several(SIGNATURE, least=0, most=2),
        )
    ),
    context=context,
    sample=sample,
    headline=lambda content: "DAFTAR HADIR",
    usual_page=PAGE,
    issued=False,
)  # fmt: skip
