"""Surat perintah tugas (documents.md D21): who goes where, when, and to do what."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.completeness import letter_check
from documents.families.naskah_dinas.letter import PAGE, dated, letter_context, marked
from documents.families.shapes import day, optional, record, several, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.surat_perintah_tugas.sample import sample

ASSIGNEE = record(name=text, position=text, rank=optional(text), nip=optional(text))
BODY = record(
    bases=several(text), assignees=several(ASSIGNEE, most=40), tasks=several(text), place=text, since=day, until=day
)
FACTS = {"name": "Nama", "rank": "Pangkat/Golongan", "nip": "NIP", "position": "Jabatan"}


def context(content: Content, form: Form) -> dict[str, Any]:
    body = content["body"]
    names = marked([person["name"] for person in body["assignees"]])
    return {
        **letter_context(content, form, "Surat Perintah Tugas"),
        "bases": marked(body["bases"]),
        "assignees": [
            {"mark": name["mark"], "facts": _facts(person)}
            for name, person in zip(names, body["assignees"], strict=True)
        ],
        "tasks": marked([*body["tasks"], f"melaksanakan tugas di {body['place']} {_when(body)}"]),
    }


def _facts(person: dict[str, str]) -> list[dict[str, str]]:
    """What is known of one assignee, in the order of the form."""
    return [{"label": label, "text": person[key]} for key, label in FACTS.items() if person.get(key)]


def _when(body: dict[str, Any]) -> str:
    if body["since"] == body["until"]:
        return f"pada tanggal {dated(body['since'])}"
    return f"dari tanggal {dated(body['since'])} sampai dengan tanggal {dated(body['until'])}"


KIND = Kind(
    id="surat_perintah_tugas",
    version=1,
    title="Surat Perintah Tugas",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=letter_check(body=BODY),
    context=context,
    sample=sample,
    headline=lambda content: "SURAT PERINTAH TUGAS",
    usual_page=PAGE,
)
