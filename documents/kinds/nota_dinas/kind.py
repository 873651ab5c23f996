"""Nota dinas (documents.md D6): an office writes to its superior, here with the draft of a decree."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.completeness import letter_check
from documents.families.naskah_dinas.letter import PAGE, letter_context, marked
from documents.families.shapes import optional, record, several, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.nota_dinas.sample import sample

BODY = record(points=several(text), closing=optional(text))


def context(content: Content, form: Form) -> dict[str, Any]:
    return {
        **letter_context(content, form, "Nota Dinas"),
        "points": marked(content["body"]["points"]),
        "closing": content["body"].get("closing") or "",
    }


KIND = Kind(
    id="nota_dinas",
    version=1,
    title="Nota Dinas",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=letter_check(body=BODY, to=several(text)),
    context=context,
    sample=sample,
    headline=lambda content: "NOTA DINAS",
    usual_page=PAGE,
)
