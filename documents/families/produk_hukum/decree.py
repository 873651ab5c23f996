"""From a decree's snapshot to what the produk-hukum layout prints. Pure; every value handed on is a string.

The order of blocks, the punctuation and the wording follow the drafting technique of UU 12/2011 (Lampiran II) as
practised for keputusan; see docs/documents.md for what is practice and what is UNVERIFIED.
"""

from datetime import date
from string import ascii_lowercase
from typing import Any

from documents.content import Content
from documents.families.edges import edges
from documents.families.produk_hukum.annexes import tables_of
from documents.families.signature import Block, signature_of
from documents.forms import Form
from workflows.core.wording import diktum, long_date, roman


def context(content: Content, form: Form) -> dict[str, Any]:
    """The template's variables for one decree in one form."""
    return {
        **_head(content, form),
        **_operative(content),
        **_closing(content, form),
        **edges(content, form),
        "annexes": _annexes(content["annexes"]),
    }


def _head(content: Content, form: Form) -> dict[str, Any]:
    issuer, subject = content["issuer"]["title"].upper(), content["subject"].upper()
    return {
        "document_title": document_title(f"Keputusan {content['issuer']['title']}", content, form),
        "head_lines": [line.upper() for line in content["issuer"]["head_lines"]],
        "issuer": issuer,
        "decree_line": f"KEPUTUSAN {issuer}",
        "number_line": _number_line(content, form),
        "number_blank": form is Form.INK,
        "subject": subject,
        "title_again": f"KEPUTUSAN {issuer} TENTANG {subject}.",
        "show_rahmat": bool(content.get("show_rahmat")),
        "lambang": bool(content.get("lambang")),
    }


def _number_line(content: Content, form: Form) -> str:
    prefix = content.get("number_prefix") or "NOMOR"
    if form is Form.FINAL:
        return f"{prefix} {content['issue']['number']}"
    if form is Form.INK:
        return prefix
    return f"{prefix} … TAHUN {content.get('year') or '…'}"


def _operative(content: Content) -> dict[str, Any]:
    clauses = enumerate(content["clauses"], start=1)
    parts = [
        {"label": "Menimbang", "items": _marked(content["considerations"], letters=True)},
        {"label": "Mengingat", "items": _marked(content["bases"], letters=False)},
        {"label": "Memperhatikan", "items": _marked(content.get("notes", []), letters=False)},
    ]
    return {
        "preamble": [part for part in parts if part["items"]],
        "clauses": [{"label": diktum(order), "text": _ending(text, ".")} for order, text in clauses],
        "copies_to": _copies(content["copies_to"]),
    }


def _marked(texts: list[str], *, letters: bool) -> list[dict[str, str]]:
    """Lettered or numbered items, each ending `;`; a single item carries no mark."""
    if len(texts) == 1:
        return [{"mark": "", "text": _ending(texts[0], ";")}]
    return [
        {"mark": f"{_letter(order) if letters else order + 1}.", "text": _ending(text, ";")}
        for order, text in enumerate(texts)
    ]


def _copies(recipients: list[str]) -> list[dict[str, str]]:
    """Numbered, each ending `;`, the last `.`."""
    last = len(recipients)
    return [
        {"mark": f"{order}.", "text": _ending(text, "." if order == last else ";")}
        for order, text in enumerate(recipients, start=1)
    ]


def _letter(order: int) -> str:
    """a … z, then aa, ab …"""
    ahead, here = divmod(order, 26)
    return (_letter(ahead - 1) if ahead else "") + ascii_lowercase[here]


def _ending(text: str, sign: str) -> str:
    return text.rstrip(" ;.,") + sign


def _closing(content: Content, form: Form) -> dict[str, Any]:
    return {
        "place": content["issuer"]["place"],
        "date": _date(content, form),
        "signature": issuer_block(content, form),
    }


def issuer_block(content: Content, form: Form) -> Block:
    """The issuer's signature. Names of those who decree stand in capitals, without rank and number (documents.md 2.0)."""
    block = signature_of(content, form)
    name = block["name"].upper()
    return block | {"name": name, "signed_by": [*block["signed_by"][:-1], name], "details": []}


def document_title(kind: str, content: Content, form: Form) -> str:
    """The file's own title: kind and number, then what it is about."""
    number = f" Nomor {content['issue']['number']}" if form is Form.FINAL else ""
    return f"{kind}{number} tentang {content['subject']}"


def _date(content: Content, form: Form) -> str:
    """Left blank in ink, dots in a draft."""
    if form is Form.FINAL:
        return long_date(date.fromisoformat(content["issue"]["date"]))
    return "" if form is Form.INK else "…"


def _annexes(annexes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Roman numerals only if there are several."""
    several = len(annexes) > 1
    return [
        {
            "name": f"LAMPIRAN {roman(order)}" if several else "LAMPIRAN",
            "title": annex["title"].upper(),
            "tables": tables_of(annex),
        }
        for order, annex in enumerate(annexes, start=1)
    ]
