"""From a letter's content to what the naskah-dinas layout prints. Pure; every value handed on is a string or a list.

The blocks follow the tata naskah dinas of the regions as practised; docs/templates.md says what is UNVERIFIED.
"""

from datetime import date
from typing import Any

from documents.content import Content
from documents.families.edges import edges
from documents.families.naskah_dinas.closing import parties_of
from documents.families.naskah_dinas.kop import kop_of
from documents.families.signature import signature_of
from documents.forms import Form
from workflows.core.wording import long_date

PAGE = {"margins": {"top": 20, "right": 20, "bottom": 25, "left": 30}}
"""Millimetres, where the district's data says nothing (documents.md 2.8)."""

ACTING = ("Plt.", "Plh.", "Pj.")


def letter_context(content: Content, form: Form, name: str) -> dict[str, Any]:
    """The template's variables that all letters share; `name` is what this kind is called."""
    return {
        **edges(content, form),
        "document_title": _title(content, form, name),
        "kop": kop_of(content),
        **_head(content, form),
        "to": content["to"],
        "through": content.get("through") or "",
        "copies_to": marked(content["copies_to"]),
        "signature": signature_of(content, form),
        "parties": parties_of(content, form),
    }


def _title(content: Content, form: Form, name: str) -> str:
    number = _number(content, form) if form is Form.FINAL else ""
    return " ".join(part for part in (name, f"Nomor {number}" if number else "", "–", content["subject"]) if part)


def _head(content: Content, form: Form) -> dict[str, Any]:
    return {
        "number_prefix": content.get("number_prefix") or "NOMOR",
        "number": _number(content, form),
        "place": content["office"]["place"],
        "date": _date(content, form),
        "blank": form is Form.INK,
        "office": _writer(content),
        "nature": content.get("nature") or "Biasa",
        "enclosures": content.get("enclosures") or "-",
        "subject": content["subject"],
        "subject_in_capitals": content["subject"].upper(),
    }


def _writer(content: Content) -> str:
    """The head of the office, called *Plt.* and the like as above his signature."""
    lines = ((content.get("issue") or {}).get("signatory") or {}).get("lines") or [""]
    acting, _space, _title = lines[0].partition(" ")
    return f"{acting} {content['office']['title']}" if acting in ACTING else content["office"]["title"]


def _number(content: Content, form: Form) -> str:
    """Dots in a draft; in ink room to write."""
    issue = content.get("issue") or {}
    return {Form.DRAFT: "…", Form.INK: ""}.get(form, issue.get("number") or "")


def _date(content: Content, form: Form) -> str:
    day = (content.get("issue") or {}).get("date")
    return {Form.DRAFT: "…", Form.INK: ""}.get(form, dated(day))


def dated(day: str | None) -> str:
    """`2024-05-06` → `6 Mei 2024`; nothing for nothing."""
    return long_date(date.fromisoformat(day)) if day else ""


def marked(texts: list[str]) -> list[dict[str, str]]:
    """Numbered, unless there is only one."""
    if len(texts) == 1:
        return [{"mark": "", "text": texts[0]}]
    return [{"mark": f"{order}.", "text": text} for order, text in enumerate(texts, start=1)]
