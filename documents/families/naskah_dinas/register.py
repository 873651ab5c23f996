"""Registers of decrees (content `siklus/register/1`): a table over many pages, closed and signed once a year."""

from collections.abc import Callable
from typing import Any

from documents.content import Content
from documents.families.edges import edges
from documents.families.naskah_dinas.closing import NOBODY
from documents.families.naskah_dinas.completeness import OFFICE, SIGNATURE, Check, check_of
from documents.families.naskah_dinas.letter import dated
from documents.families.naskah_dinas.table import Column, table
from documents.families.shapes import Shape, count, day, one_of, optional, record, several, text
from documents.families.signature import Block, block
from documents.forms import Form
from workflows.core.wording import number_in_words

MAX_ROWS = 3000  # a regency issues some hundreds of decrees a year
STATES = {"reserved": "dipesan", "issued": "", "released": "dilepas", "void": "batal"}
PAGE = {"landscape": True, "margins": {"top": 20, "right": 20, "bottom": 25, "left": 20}}

Row = dict[str, Any]


def register_check(**columns: Shape) -> Check:
    """The check of one register: its own columns beside the number's text, date, state and reason."""
    row = record(number=text, date=optional(day), subject=optional(text), state=one_of(*STATES), **columns)
    return check_of(
        record(
            office=OFFICE,
            year=count,
            rows=several(row, least=0, most=MAX_ROWS),
            closed_on=optional(day),
            signatories=several(SIGNATURE, least=0, most=2),
        )
    )


def register_context(
    content: Content, form: Form, name: str, columns: list[Column], cells: Callable[[int, Row], list[str]]
) -> dict[str, Any]:
    """The template's variables of one register; `cells` makes the texts of a row from its order from 1."""
    rows = [cells(order, row) for order, row in enumerate(content["rows"], start=1)]
    return {
        **edges(content, form),
        "document_title": f"{name} {content['office']['title']} Tahun {content['year']}",
        "name": name.upper(),
        "office": content["office"]["title"].upper(),
        "region": content["office"].get("region") or "",
        "year": str(content["year"]),
        "table": table(content["kind"], columns, rows),
        **_closing(content),
    }


def note_of(row: Row) -> str:
    """The keterangan: what became of the number, why, and what else is noted."""
    state = ": ".join(part for part in (STATES[row["state"]], row.get("reason")) if part)
    return "; ".join(part for part in (state, row.get("note")) if part)


def _closing(content: Content) -> dict[str, Any]:
    closed = dated(content.get("closed_on"))
    return {
        "place": content["office"]["place"],
        "closed_on": closed,
        "total": number_in_words(len(content["rows"])),
        "signatures": columns_of(content["signatories"]) if closed else [],
    }


def columns_of(signatories: list[Row]) -> list[Block]:
    """The one who closes the book stands at the right, whoever knows of it at the left."""
    blocks = [block(person, f"{person['role']}:" if person.get("role") else "") for person in signatories]
    return blocks if len(blocks) == 2 else [NOBODY, *blocks]
