"""The paper on the screen, from the template that prints it."""

from typing import Any

from django.utils.safestring import SafeString

from documents import preview
from documents.errors import ContentError
from documents.forms import SIGNED, Form
from documents.issue import content_for
from workflows.core.models import File
from workflows.decrees import snapshot as decrees
from workflows.decrees.states import Signing
from workflows.letters import content as letters
from workflows.letters.content import preview_of


def sheet_of(file: File, margin: preview.Margin | None = None) -> SafeString | None:
    """The decree or letter as it stands: a draft until it has its date and signatory; with what a page notes beside it.

    None for what cannot be printed yet, and for a proposal.
    """
    if (content := content_of(file)) is None:
        return None
    issue = without_code(file, content["issue"] or {})
    form = Form.FINAL if issue.get("date") and issue.get("signatory") else Form.DRAFT
    try:
        return preview.fragment(content["template"], content_for(content, form, issue), form, margin)
    except ContentError:
        return None


def without_code(file: File, issue: dict[str, Any]) -> dict[str, Any]:
    """No QR code before the last act: what waits for its electronic signature says so in its place."""
    waits = issue.get("signature") == Signing.TTE and not file.documents.filter(form=SIGNED).exists()
    return issue | {"signature": Signing.NONE} if waits else issue


def content_of(file: File) -> dict[str, Any] | None:
    """What a file prints, with what its decision or issue adds once the number is known."""
    if file.kind == "letter":
        return preview_of(file.letter)
    if file.kind != "decree":
        return None
    if file.snapshot is None:
        return decrees.content_of(file).content
    issue = file.decree.issue
    return file.snapshot.content | {"issue": issue if issue and issue["number"] else None}


def template_of(file: File) -> str:
    """The template whose looks the sheet needs."""
    if file.kind == "letter":
        return letters.template_of(file.letter)
    if file.snapshot is None:
        return decrees.content_of(file).template if file.kind == "decree" else ""
    return file.snapshot.template
