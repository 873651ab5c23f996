"""What a replay leaves behind: report.json, every issued paper with snapshot and receipt, and whom to trust."""

import json
from pathlib import Path
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from documents.forms import SIGNED, Form
from documents.ledger.sealing import seal_everything
from documents.models import Document
from documents.verify import write_beside, write_trust
from workflows.decrees.models import DecreeRow

from .playing import Played


def write_report(plays: list[Played], folder: Path) -> Path:
    """Write everything into `folder`; returns the path of report.json."""
    folder.mkdir(parents=True, exist_ok=True)
    seal_everything()
    write_trust(folder)
    report = folder / "report.json"
    told = {"scenarios": [scenario(played, folder) for played in plays]}
    report.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return report


def scenario(played: Played, folder: Path) -> dict[str, Any]:
    return {
        "name": played.story.name,
        "ok": played.ok,
        "acts": played.acts,
        "expectations": {"passed": played.passed, "failed": played.failed},
        "failures": played.failures,
        "stopped": played.stopped,
        "assumed": sum(bool(part.assumed) for part in played.story.parts()),
        "documents": [paper(document, folder, played.story.name) for document in issued(played)],
    }


def issued(played: Played) -> QuerySet[Document]:
    """Every final paper, or, once somebody has signed it, what the last signature made of it."""
    papers = Document.objects.filter(form__in=[Form.FINAL, SIGNED])
    same = papers.filter(snapshot=OuterRef("snapshot"), content_sha256=OuterRef("content_sha256"))
    found = papers.filter(~Exists(same.filter(pk__gt=OuterRef("pk"))), file__in=played.stage.files.values())
    return found.order_by("pk").select_related("file__region")


def paper(document: Document, folder: Path, story: str) -> dict[str, Any]:
    """The copy below the report: `file` is its path there, `rows` how many villages it is about.

    Every territory has a folder of its own, for two villages may well give the same number.
    """
    code = document.file.region.codes.get(until=None).code
    copy = write_beside(document, folder / story / code)
    return {
        "kind": document.kind,
        "form": document.form,
        "number": document.number,
        "date": document.dated.isoformat() if document.dated else None,
        "file": str(copy.relative_to(folder)),
        "sha256": document.sha256,
        "rows": DecreeRow.objects.filter(decree=document.file_id, struck=False).count(),
        "pages": document.pages,
    }
