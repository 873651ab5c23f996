"""Signature blocks: who stands where, in which form. Pure; every value handed on is a string or a list of such."""

from typing import Any

from documents.assets import has_qr
from documents.content import Content
from documents.forms import Form

Block = dict[str, Any]
Person = dict[str, Any]

KNOWN_BY = ("Mengetahui", "Mengesahkan", "Menyetujui")
"""Roles that are no party to the paper: they stand centred below all, under this word."""
NOBODY: Block = {"above": "", "office_lines": [], "signed_by": [], "note": "", "name": "", "details": [], "qr": False}
"""An empty place in a row of signatures."""
NOT_SIGNED = "- belum bertanda tangan elektronik -"


def signature_of(content: Content, form: Form) -> Block:
    """The one who signs: a draft shows the office and no name, the other forms the frozen mandate's lines."""
    person = {"lines": [content["office"]["title"].upper()], "name": ""}
    if form is not Form.DRAFT:
        person = (content.get("issue") or {}).get("signatory") or person
    return {**block(person, note=_note(content, form)), "qr": form is Form.FINAL and has_qr(content)}


def parties_of(content: Content, form: Form) -> dict[str, Any]:
    """Several signatories: rows of columns, whoever knows of it centred below, and one QR code for the whole paper."""
    note = _note(content, form)
    parties = [block(party, note=note) for party in content["parties"] if party["role"] not in KNOWN_BY]
    known = [block(party, f"{party['role']}:", note) for party in content["parties"] if party["role"] in KNOWN_BY]
    columns = 2 if len(parties) <= 4 else 3
    rows = [parties[start : start + columns] for start in range(0, len(parties), columns)]
    return {"rows": rows, "known_by": known, "qr": form is Form.FINAL and has_qr(content)}


def block(person: Person, above: str = "", note: str = "") -> Block:
    """One signature: the word above, the office's lines with a comma at their end, room, name, rank, NIP."""
    *lines, last = person["lines"]
    details = [person.get("rank") or "", f"NIP {person['nip']}" if person.get("nip") else ""]
    return {
        "above": above,
        "office_lines": [*lines, f"{last.rstrip(',')},"],
        "signed_by": [*lines, last.rstrip(","), person["name"]],
        "note": note,
        "name": person["name"],
        "details": [detail for detail in details if detail],
        "qr": False,
    }


def _note(content: Content, form: Form) -> str:
    """A final paper that nobody's certificate signs says so."""
    unsigned = form is Form.FINAL and (content.get("issue") or {}).get("signature") == "none"
    return NOT_SIGNED if unsigned else ""
