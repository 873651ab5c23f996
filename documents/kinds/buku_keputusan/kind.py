"""Buku register keputusan (documents.md 3.2): every number of a year and what became of it."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.letter import dated
from documents.families.naskah_dinas.register import PAGE, Row, note_of, register_check, register_context
from documents.families.shapes import amount, optional, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.buku_keputusan.sample import sample

COLUMNS = [
    ("NOMOR", "number"),
    ("TANGGAL", "date"),
    ("TENTANG", "subject"),
    ("PEMRAKARSA", "initiator"),
    ("PENANDATANGAN", "signatory"),
    ("JUMLAH LAMPIRAN", "annexes center"),
    ("SALINAN KE", "copies"),
    ("KETERANGAN", "note"),
]


def context(content: Content, form: Form) -> dict[str, Any]:
    return register_context(content, form, "Buku Register Keputusan", COLUMNS, _cells)


def _cells(order: int, row: Row) -> list[str]:
    return [
        row["number"],
        dated(row.get("date")),
        row.get("subject") or "",
        row.get("initiator") or "",
        row.get("signatory") or "",
        str(row["annexes"]) if row.get("annexes") else "–",
        row.get("copies_to") or "",
        note_of(row),
    ]


KIND = Kind(
    id="buku_keputusan",
    version=1,
    title="Buku Register Keputusan",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=register_check(
        initiator=optional(text), signatory=optional(text), annexes=optional(amount), copies_to=optional(text)
    ),
    context=context,
    sample=sample,
    headline=lambda content: "BUKU REGISTER KEPUTUSAN",
    usual_page=PAGE,
    issued=False,
)
