"""Surat pengantar (documents.md D5): what is handed over, and the receipt that comes back."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.completeness import letter_check
from documents.families.naskah_dinas.letter import PAGE, letter_context
from documents.families.naskah_dinas.table import table
from documents.families.shapes import count, optional, record, several, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.surat_pengantar.sample import sample
from workflows.core.wording import number_in_words

BODY = record(
    destination=optional(text),
    items=several(record(description=text, count=count, unit=text, note=optional(text))),
)
COLUMNS = [
    ("NO", "no center"),
    ("JENIS YANG DIKIRIM", "description"),
    ("JUMLAH", "amount center"),
    ("KETERANGAN", "note"),
]


def context(content: Content, form: Form) -> dict[str, Any]:
    body = content["body"]
    rows = [
        [f"{order}.", item["description"], amount(item["count"], item["unit"]), item.get("note") or ""]
        for order, item in enumerate(body["items"], start=1)
    ]
    return {
        **letter_context(content, form, "Surat Pengantar"),
        "destination": body.get("destination") or "Tempat",
        "table": table("items", COLUMNS, rows, total=_total(body["items"])),
    }


def amount(number: int, unit: str) -> str:
    """`3 (tiga) berkas`."""
    return f"{number_in_words(number)} {unit}"


def _total(items: list[dict[str, Any]]) -> str:
    """The sum of each unit, in the order in which they first stand."""
    sums: dict[str, int] = {}
    for item in items:
        sums[item["unit"]] = sums.get(item["unit"], 0) + item["count"]
    return ", ".join(amount(number, unit) for unit, number in sums.items())


KIND = Kind(
    id="surat_pengantar",
    version=1,
    title="Surat Pengantar",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=letter_check(body=BODY, to=several(text)),
    context=context,
    sample=sample,
    headline=lambda content: "SURAT PENGANTAR",
    usual_page=PAGE,
)
