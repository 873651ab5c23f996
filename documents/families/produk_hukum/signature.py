"""The block under a paper: who signs, and what stands in the place of the signature."""

from typing import Any

from documents.content import Content
from documents.forms import Form

NOT_SIGNED = "- belum bertanda tangan elektronik -"
SIGNED = "ttd"  # on a copy


def signature(office: str, content: Content, form: Form) -> dict[str, Any]:
    """What `signature.html` prints; a draft shows the office and no name, the other forms the frozen mandate's."""
    issue = {} if form is Form.DRAFT else content["issue"]
    signatory = issue.get("signatory") or {"lines": [office.upper()], "name": ""}
    *above, last = signatory["lines"]
    return {
        "lines": [*above, f"{last.rstrip(',')},"],
        "office": " ".join(signatory["lines"]).rstrip(","),
        "name": signatory["name"],
        "rank": signatory.get("rank", ""),
        "nip": signatory.get("nip", ""),
        "note": NOT_SIGNED if form is Form.FINAL and issue.get("signature") == "none" else "",
        "electronic": form is Form.FINAL and issue.get("signature") == "tte",
    }
