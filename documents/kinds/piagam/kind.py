"""Piagam penghargaan (documents.md D19): one sheet for one winner, framed, without the paraf and page number of letters."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.completeness import letter_check
from documents.families.naskah_dinas.letter import letter_context
from documents.families.shapes import count, optional, record, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.piagam.sample import sample
from workflows.core.wording import roman

PAGE = {"size": "A4", "landscape": True, "margins": {"top": 15, "right": 15, "bottom": 15, "left": 15}}

BODY = record(recipient=text, place=optional(text), rank=count, contest=text, decree=text, thanks=optional(text))
"""`decree` names the decree that decided: `Keputusan Bupati … Nomor … tanggal …`."""


def context(content: Content, form: Form) -> dict[str, Any]:
    body = content["body"]
    return {
        **letter_context(content, form, "Piagam Penghargaan"),
        "recipient": body["recipient"],
        "where": body.get("place") or "",
        "rank": roman(body["rank"]),
        "contest": body["contest"].rstrip(" ."),
        "decree": body["decree"].rstrip(" ."),
        "thanks": body.get("thanks") or "",
    }


KIND = Kind(
    id="piagam",
    version=1,
    title="Piagam Penghargaan",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=letter_check(body=BODY),
    context=context,
    sample=sample,
    headline=lambda content: "PIAGAM PENGHARGAAN",
    usual_page=PAGE,
)
