"""Undangan (documents.md D13): who is called to which meeting. More than five addressees stand on a list behind the letter."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.completeness import letter_check
from documents.families.naskah_dinas.letter import PAGE, letter_context, marked
from documents.families.naskah_dinas.spelling import weekday_and_date
from documents.families.naskah_dinas.table import table
from documents.families.shapes import day, record, several, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.undangan.sample import sample

MOST = 500  # offices that one letter invites
IN_THE_HEAD = 5  # addressees; more are listed behind

BODY = record(
    occasion=text,
    held_on=day,
    time=text,
    venue=text,
    agenda=several(text),
    notes=several(text, least=0),
)
COLUMNS = [("NO", "no center"), ("YANG DIUNDANG", "invited")]


def context(content: Content, form: Form) -> dict[str, Any]:
    body, listed = content["body"], len(content["to"]) > IN_THE_HEAD
    common = letter_context(content, form, "Undangan")
    return common | {
        "enclosures": "1 (satu) daftar" if listed and common["enclosures"] == "-" else common["enclosures"],
        "occasion": body["occasion"].rstrip(" .,;"),
        "day": weekday_and_date(body["held_on"]),
        "time": body["time"],
        "venue": body["venue"],
        "agenda": marked(body["agenda"]),
        "notes": marked(body["notes"]),
        "listed": listed,
        "table": table("invited", COLUMNS, [[f"{order}.", who] for order, who in enumerate(content["to"], start=1)]),
    }


KIND = Kind(
    id="undangan",
    version=1,
    title="Undangan",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=letter_check(body=BODY, to=several(text, most=MOST)),
    context=context,
    sample=sample,
    usual_page=PAGE,
)
