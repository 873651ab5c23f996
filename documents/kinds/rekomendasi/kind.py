"""Rekomendasi of a Camat (documents.md D4): on what grounds whom he recommends for what."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.completeness import letter_check
from documents.families.naskah_dinas.letter import PAGE, letter_context, marked
from documents.families.naskah_dinas.table import table
from documents.families.shapes import optional, record, several, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.rekomendasi.sample import sample

MOST = 500  # villages of one recommendation

BODY = record(
    bases=several(text),
    considerations=several(text, least=0),
    recipients=several(record(name=text, position=text), most=MOST),
    purpose=text,
    validity=optional(text),
)
COLUMNS = [("NO", "no center"), ("NAMA/DESA", "name"), ("JABATAN", "position")]


def context(content: Content, form: Form) -> dict[str, Any]:
    body = content["body"]
    rows = [[f"{order}.", who["name"], who["position"]] for order, who in enumerate(body["recipients"], start=1)]
    return {
        **letter_context(content, form, "Rekomendasi"),
        "bases": marked(body["bases"]),
        "considerations": marked(body["considerations"]),
        "recipient": body["recipients"][0],
        "table": table("recipients", COLUMNS, rows) if len(rows) > 1 else None,
        "purpose": body["purpose"].rstrip(" ."),
        "validity": (body.get("validity") or "").rstrip(" ."),
    }


KIND = Kind(
    id="rekomendasi",
    version=1,
    title="Rekomendasi Camat",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=letter_check(body=BODY),
    context=context,
    sample=sample,
    headline=lambda content: "REKOMENDASI",
    usual_page=PAGE,
)
