"""What stands in the margins of every page: the draft's line, the footer of an electronic signature, the word CONTOH."""

from typing import Any

from documents.assets import has_qr
from documents.content import Content, draft_code
from documents.forms import Form

SIGNED = "Dokumen ini ditandatangani secara elektronik."
"""Said when the district has no text of its own; which certificate it was is not for the paper to guess."""


def edges(content: Content, form: Form) -> dict[str, Any]:
    """The template's variables for all margins."""
    draft = form is Form.DRAFT
    signed = form is Form.FINAL and has_qr(content)
    return {
        "draft_line": f"KONSEP — belum bernomor — rev. {content.get('revision', 1)} — {draft_code(content)}"
        if draft
        else "",
        "footer": (content.get("footer") or SIGNED) if signed else "",
        "example": bool(content.get("example")),
    }
