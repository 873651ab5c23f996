"""Lembar kendali (documents.md D8): the ladder of initials of a draft decree, and what Bagian Hukum found."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.completeness import letter_check
from documents.families.naskah_dinas.letter import PAGE, dated, letter_context, marked
from documents.families.naskah_dinas.table import table
from documents.families.shapes import day, optional, record, several, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.lembar_kendali.sample import sample

STEP = record(office=text, name=optional(text), on=optional(day))
BODY = record(
    initiator=text,
    received_on=optional(day),
    code=optional(text),
    ladder=several(STEP, most=40),
    notes=several(text, least=0),
)
COLUMNS = [("NO", "no center"), ("JABATAN", "office"), ("PARAF", "paraf"), ("TANGGAL", "date center")]


def context(content: Content, form: Form) -> dict[str, Any]:
    body = content["body"]
    rows = [
        [f"{order}.", step["office"], _paraf(step), dated(step.get("on"))]
        for order, step in enumerate(body["ladder"], start=1)
    ]
    return {
        **letter_context(content, form, "Lembar Kendali Paraf Koordinasi"),
        "initiator": body["initiator"],
        "received_on": dated(body.get("received_on")),
        "code": body.get("code") or "",
        "table": table("ladder", COLUMNS, rows),
        "notes": marked(body["notes"]),
        "signed": bool((content.get("issue") or {}).get("signatory")),
    }


def _paraf(step: dict[str, str]) -> str:
    """Who agreed in Siklus is named; the others find room for ink."""
    return f"disetujui secara elektronik: {step.get('name') or step['office']}" if step.get("on") else ""


KIND = Kind(
    id="lembar_kendali",
    version=1,
    title="Lembar Kendali Paraf Koordinasi",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=letter_check(body=BODY),
    context=context,
    sample=sample,
    headline=lambda content: "LEMBAR KENDALI PARAF KOORDINASI",
    usual_page=PAGE | {"size": "A4"},
    issued=False,
)
