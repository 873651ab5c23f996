"""Buku A.2, the village's book of decrees (Permendagri 47/2016): closed by the Sekdes, known by the Kades."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.letter import dated
from documents.families.naskah_dinas.register import PAGE, Row, note_of, register_check, register_context
from documents.families.shapes import day, optional, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.buku_a2.sample import sample

COLUMNS = [
    ("NOMOR URUT", "no center"),
    ("NOMOR DAN TANGGAL KEPUTUSAN", "number"),
    ("TENTANG", "subject"),
    ("URAIAN SINGKAT", "summary"),
    ("NOMOR DAN TANGGAL DILAPORKAN", "reported"),
    ("KETERANGAN", "note"),
]


def context(content: Content, form: Form) -> dict[str, Any]:
    return register_context(content, form, "Buku Keputusan Kepala Desa", COLUMNS, _cells)


def _cells(order: int, row: Row) -> list[str]:
    return [
        str(order),
        _number_and_date(row["number"], row.get("date")),
        row.get("subject") or "",
        row.get("summary") or "",
        _number_and_date(row.get("reported_number"), row.get("reported_on")),
        note_of(row),
    ]


def _number_and_date(number: str | None, day: str | None) -> str:
    return ", ".join(part for part in (number, dated(day)) if part)


KIND = Kind(
    id="buku_a2",
    version=1,
    title="Buku A.2 Keputusan Kepala Desa",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=register_check(summary=optional(text), reported_number=optional(text), reported_on=optional(day)),
    context=context,
    sample=sample,
    headline=lambda content: "BUKU KEPUTUSAN KEPALA DESA",
    usual_page=PAGE,
    issued=False,
)
