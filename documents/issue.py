"""From a snapshot to an archived paper."""

from datetime import date
from typing import Any

from documents import archive, box
from documents.checks import examine
from documents.content import Content
from documents.errors import NotDecided
from documents.forms import Form
from documents.kinds import find
from documents.models import Document
from documents.render import attached
from workflows.core.canonical import fingerprint
from workflows.core.models import Snapshot


def paper_for(snapshot: Snapshot, form: Form | str, issue: dict[str, Any] | None = None) -> Document:
    """The paper of this snapshot in this form, made if need be. Safe to call twice, also at the same time.

    `issue` is what the decision adds (number, date, signatory, signature); without it the snapshot's own counts. A
    draft has none. Raises a DocumentError; nothing is recorded then. Call it outside any lock: it takes a second.
    """
    form = Form(form)
    content = content_for(snapshot.content, form, issue)
    key = {"snapshot": snapshot, "form": form, "content_sha256": fingerprint(content)}
    document = Document.objects.filter(**key).first()
    if document and document.file_path.is_file():
        return document
    columns = _made(snapshot, form, content)
    return Document.objects.get_or_create(**key, defaults=columns)[0]


def content_for(content: Content, form: Form, issue: dict[str, Any] | None = None) -> Content:
    """What is rendered: the snapshot's content with the issue this form shows, no more."""
    known = issue or content.get("issue") or {}
    if form is Form.DRAFT:
        return {**content, "issue": None}
    if form is Form.INK:
        return {**content, "issue": {**known, "number": None, "date": None, "signature": "ink"}}
    if not known:
        raise NotDecided
    return {**content, "issue": known}


def _made(snapshot: Snapshot, form: Form, content: Content) -> dict[str, Any]:
    """Render, examine, store: the columns of the row."""
    paper = box.render(snapshot.template, content, form)
    issued = content["issue"] if form is Form.FINAL else {}
    number = issued.get("number", "")
    kind = find(snapshot.template)
    examine(paper, kind.family.font, [number, kind.headline(content)], attached(content, form))
    path = archive.store(paper.pdf)
    return {
        "file_id": snapshot.file_id,
        "kind": content["kind"],
        "template": snapshot.template,
        "content": content,
        "sha256": path.partition("/")[2].removesuffix(".pdf"),
        "size": len(paper.pdf),
        "pages": paper.pages,
        "number": number,
        "dated": date.fromisoformat(issued["date"]) if issued else None,
        "path": path,
    }
