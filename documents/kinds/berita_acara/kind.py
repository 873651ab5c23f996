"""Berita acara of a musyawarah desa (documents.md D1): who met when and where, what was agreed, who witnessed it."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.closing import KNOWN_BY
from documents.families.naskah_dinas.completeness import PARTY, letter_check
from documents.families.naskah_dinas.letter import PAGE, letter_context, marked
from documents.families.naskah_dinas.spelling import spelled_day
from documents.families.shapes import count, day, optional, record, several, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.berita_acara.sample import sample
from workflows.core.wording import number_in_words

BODY = record(
    held_on=day, time=optional(text), venue=text, activity=text, results=several(text), copies=optional(count)
)


def context(content: Content, form: Form) -> dict[str, Any]:
    body = content["body"]
    return {
        **letter_context(content, form, "Berita Acara"),
        "opening": f"{spelled_day(body['held_on'])}{_time(body)}, bertempat di {body['venue']}",
        "present": _present(content["parties"]),
        "activity": body["activity"].rstrip(" .,;:"),
        "results": marked(body["results"]),
        "copies": number_in_words(body.get("copies") or 2),
    }


def _present(parties: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Those who made the agreement, numbered; who only knows of it is not among them."""
    present = [party for party in parties if party["role"] not in KNOWN_BY]
    return [
        {"mark": f"{order}.", "name": party.get("name") or "…", "role": party["role"]}
        for order, party in enumerate(present, start=1)
    ]


def _time(body: dict[str, Any]) -> str:
    return f", pukul {body['time']}" if body.get("time") else ""


KIND = Kind(
    id="berita_acara",
    version=1,
    title="Berita Acara",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=letter_check(body=BODY, parties=several(PARTY, least=2, most=20)),
    context=context,
    sample=sample,
    headline=lambda content: "BERITA ACARA",
    usual_page=PAGE,
)
