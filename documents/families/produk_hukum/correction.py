"""Ralat: where a decree was miswritten, what stands there and what should. Practice, no norm found (documents.md 5)."""

from collections.abc import Iterator
from typing import Any

from documents.content import Content
from documents.families.geometry import page_problems
from documents.families.printable import text_problems
from documents.families.produk_hukum import decree
from documents.families.produk_hukum.annexes import table
from documents.families.produk_hukum.changing import changes_problems, names_other, other_in_words
from documents.families.produk_hukum.completeness import head_problems, issue_problems, refuse
from documents.families.shapes import record, several, text
from documents.forms import Form

CORRECTION = ("place", "written", "meant")
ROW = record(**dict.fromkeys(CORRECTION, text))
COLUMNS = [("NO", "no center"), ("LETAK", "place"), ("TERTULIS", "written"), ("SEHARUSNYA", "meant")]


def check_correction(content: Content) -> None:
    """Raise ContentError unless it names the decree and every slip in it."""
    refuse(content, head_problems, lambda content: changes_problems(content, "corrects"), _corrections)
    refuse(content, _words, issue_problems, text_problems, page_problems)


def context(content: Content, form: Form) -> dict[str, Any]:
    """The decree's layout with sentences and a table in place of considerations and clauses."""
    sheet = decree.context({"considerations": [], "bases": [], "copies_to": [], "annexes": [], **content}, form)
    opening, *after = content["clauses"]
    rows = [
        [str(order), *(row[key] for key in CORRECTION)] for order, row in enumerate(content["corrections"], start=1)
    ]
    return {
        **sheet,
        "document_title": decree.document_title(f"Ralat {content['issuer']['title']}", content, form),
        "decree_line": "RALAT",
        "opening": opening,
        "table": table("corrections", COLUMNS, rows),
        "after": after,
    }


def _corrections(content: Content) -> Iterator[str]:
    if shapeless := [*several(text)("clauses", content.get("clauses")), *several(ROW)("corrections", content.get("corrections"))]:
        yield from shapeless
        return
    for order, row in enumerate(content["corrections"], start=1):
        if row.get("written") and row.get("written") == row.get("meant"):
            yield f"corrections baris {order}: yang tertulis sama dengan yang seharusnya"


def _words(content: Content) -> Iterator[str]:
    """The title and the sentence before the table name the decree."""
    sentences = content.get("clauses") or [""]
    for place, words in (("subject", content["subject"]), ("clauses[0]", sentences[0])):
        if not names_other(content, words):
            yield f"{place}: harus menyebut “{other_in_words(content)}”"
