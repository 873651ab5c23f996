"""Salinan and petikan: a decree's text again, with *ttd* for its signature and the words of who certifies it.

A content of schema `siklus/copy/1` holds the whole content of the original, so that nothing but certification can differ.
"""

from collections.abc import Iterator
from typing import Any

from documents.content import Content
from documents.families.edges import edges
from documents.families.geometry import page_problems
from documents.families.printable import text_problems
from documents.families.produk_hukum import decree
from documents.families.produk_hukum.annexes import changes_rows
from documents.families.produk_hukum.completeness import (
    head_problems,
    issue_problems,
    operative_problems,
    refuse,
)
from documents.families.produk_hukum.lists import annex_problems
from documents.families.signature import signature_of
from documents.forms import Form

SIGNED = "ttd"
"""Stands in the place of the original's signature."""


def check_copy(content: Content) -> None:
    """Raise ContentError unless the original is whole and issued, and the copy carries its number and date."""
    refuse(content, _frame_problems)
    refuse(content, _original_problems, issue_problems, text_problems)


def check_excerpt(content: Content) -> None:
    """A copy of one row, which the original must have."""
    check_copy(content)
    refuse(content, _row_problems)


def copy_context(content: Content, form: Form) -> dict[str, Any]:
    """The original's final text with *ttd*, then the certification in this copy's own form."""
    original = decree.context(content["original"], Form.FINAL)
    return {
        **original,
        **edges(content, form),
        "document_title": f"{content['kind'].title()} {original['document_title']}",
        "signature": original["signature"] | {"note": SIGNED, "qr": False},
        "certified": signature_of(content, form),
    }


def excerpt_context(content: Content, form: Form) -> dict[str, Any]:
    """Of the lists only the addressed row, under its number in the original."""
    original = content["original"]
    annexes = [_only(annex, content["row"]) for annex in village_lists(original)]
    context = copy_context({**content, "original": {**original, "annexes": annexes}}, form)
    return {**context, "more": context["clauses"][1:], "clauses": context["clauses"][:1]}


def village_lists(original: Content) -> list[dict[str, Any]]:
    """The lists of villages that hold; a list of mere changes is none."""
    return [annex for annex in original["annexes"] if annex["kind"] == "villages" and not changes_rows(annex)]


def _only(annex: dict[str, Any], number: int) -> dict[str, Any]:
    return {**annex, "rows": [row for row in annex["rows"] if row["no"] == number], "totals": []}


def _frame_problems(content: Content) -> Iterator[str]:
    if not content.get("office", {}).get("title"):
        yield "office.title: pejabat yang mengesahkan salinan belum diisi"
    if not isinstance(content.get("original"), dict) or not content["original"].get("issue"):
        yield "original: isi keputusan yang telah ditetapkan belum ada"


def _original_problems(content: Content) -> Iterator[str]:
    original, issue = content["original"], content.get("issue") or {}
    parts = (head_problems, operative_problems, annex_problems, issue_problems, page_problems)
    yield from (f"original: {problem}" for ask in parts for problem in ask(original))
    for key in ("number", "date", "signatory"):
        if not original["issue"].get(key):
            yield f"original.issue.{key}: belum diisi"
    for key in ("number", "date"):
        if issue.get(key) and issue[key] != original["issue"].get(key):
            yield f"issue.{key}: “{issue[key]}” berbeda dari aslinya, “{original['issue'].get(key)}”"


def _row_problems(content: Content) -> Iterator[str]:
    lists = village_lists(content["original"])
    if not any(row["no"] == content.get("row") for annex in lists for row in annex["rows"]):
        yield f"row: nomor urut {content.get('row')} tidak ada dalam daftar keputusan aslinya"
