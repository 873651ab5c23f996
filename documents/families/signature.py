"""One signature: the office's lines, what stands in its place, the name. Pure; every value handed on is a string or a list."""

from typing import Any

from documents.assets import has_qr
from documents.content import Content
from documents.forms import Form

Block = dict[str, Any]
Person = dict[str, Any]

NOT_SIGNED = "- belum bertanda tangan elektronik -"


def signature_of(content: Content, form: Form) -> Block:
    """The one who signs: a draft shows the office and no name, the other forms the frozen mandate's lines."""
    person = {"lines": [(content.get("office") or content["issuer"])["title"].upper()], "name": ""}
    if form is not Form.DRAFT:
        person = (content.get("issue") or {}).get("signatory") or person
    return {**block(person, note=note(content, form)), "qr": electronic(content, form)}


def block(person: Person, above: str = "", note: str = "") -> Block:
    """One signature: the word above, the office's lines with a comma at their end, room, name, rank, NIP."""
    *lines, last = person["lines"]
    details = [person.get("rank") or "", f"NIP {person['nip']}" if person.get("nip") else ""]
    return {
        "above": above,
        "office_lines": [*lines, f"{last.rstrip(',')},"],
        "signed_by": [*lines, last.rstrip(","), person.get("name") or ""],
        "note": note,
        "name": person.get("name") or "",
        "details": [detail for detail in details if detail],
        "qr": False,
    }


def note(content: Content, form: Form) -> str:
    """A final paper that nobody's certificate signs says so."""
    unsigned = form is Form.FINAL and (content.get("issue") or {}).get("signature") == "none"
    return NOT_SIGNED if unsigned else ""


def electronic(content: Content, form: Form) -> bool:
    """Only the final paper that will be signed electronically shows the QR block (documents.md 2.5)."""
    return form is Form.FINAL and has_qr(content)
