"""Telaahan staf (documents.md D7): a study for a superior who is asked to decide."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.completeness import letter_check
from documents.families.naskah_dinas.letter import PAGE, letter_context, marked
from documents.families.shapes import record, several, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.telaahan_staf.sample import sample

SECTIONS = {
    "problem": "Persoalan",
    "assumptions": "Praanggapan",
    "facts": "Fakta yang Mempengaruhi",
    "analysis": "Analisis",
    "conclusions": "Simpulan",
    "suggestions": "Saran",
}
BODY = record(**{key: several(text) for key in SECTIONS})


def context(content: Content, form: Form) -> dict[str, Any]:
    return {
        **letter_context(content, form, "Telaahan Staf"),
        "sections": [
            {"letter": f"{letter}.", "title": title, "points": marked(content["body"][key])}
            for letter, (key, title) in zip("ABCDEF", SECTIONS.items(), strict=True)
        ],
    }


KIND = Kind(
    id="telaahan_staf",
    version=1,
    title="Telaahan Staf",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=letter_check(body=BODY),
    context=context,
    sample=sample,
    headline=lambda content: "TELAAHAN STAF",
    usual_page=PAGE,
    issued=False,  # its number is optional (documents.md 1, D7)
)
