"""What stands in the margins of every page: the draft's line, the footer of an electronic signature, the word CONTOH."""

from typing import Any

from documents.content import Content, draft_code
from documents.families.signature import electronic
from documents.forms import Form

SIGNED = "Dokumen ini ditandatangani secara elektronik."
"""Said when the district has no text of its own; which certificate it was is not for the paper to guess."""


def edges(content: Content, form: Form) -> dict[str, Any]:
    """The template's variables for all margins."""
    return {
        "draft_line": draft_line(content) if form is Form.DRAFT else "",
        "footer": (content.get("footer") or SIGNED) if electronic(content, form) else "",
        "example": bool(content.get("example")),
    }


def draft_line(content: Content) -> str:
    """Tells two printed drafts apart. A copy has its number from the start and lacks only its certification."""
    lacks = "belum disahkan" if "original" in content else "belum bernomor"
    return f"KONSEP — {lacks} — rev. {content.get('revision', 1)} — {draft_code(content)}"
