"""Does a paper still say what was decided? Recompute its hash, render it again, compare."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from documents import box
from documents.content import Content
from documents.errors import DocumentError
from documents.forms import SIGNED, Form
from documents.models import Document
from workflows.core.canonical import canonical

UNSIGNED = "belum bertanda tangan elektronik"


@dataclass(frozen=True)
class Verdict:
    """About one file. `problems` is empty when all is well."""

    path: Path
    sha256: str
    problems: tuple[str, ...]
    signature: str = UNSIGNED

    @property
    def ok(self) -> bool:
        return not self.problems


def verify_file(pdf_path: Path, snapshot_path: Path | None = None) -> Verdict:
    """Judge `NAME.pdf` by the `NAME.snapshot.json` beside it; needs neither database nor network."""
    snapshot_path = snapshot_path or pdf_path.with_suffix(".snapshot.json")
    try:
        pdf = pdf_path.read_bytes()
    except OSError as problem:
        return Verdict(pdf_path, "", (f"berkas tidak terbaca: {problem.strerror}",))
    try:
        beside = json.loads(snapshot_path.read_bytes())
        facts = [beside[key] for key in ("template", "content", "form", "sha256")]
    except (OSError, ValueError, KeyError, TypeError):
        return _verdict(pdf_path, pdf, (f"{snapshot_path.name}: tidak ada atau bukan snapshot yang utuh",))
    return _verdict(pdf_path, pdf, tuple(_differences(pdf, *facts)))


def verify_archive() -> Iterator[Verdict]:
    """Judge every archived document in order of making; yields as it goes."""
    for document in Document.objects.order_by("pk").iterator():
        try:
            pdf = document.file_path.read_bytes()
        except FileNotFoundError:
            yield Verdict(document.file_path, "", ("berkas hilang dari arsip",))
            continue
        facts = (document.template, document.content, document.form, document.sha256)
        yield _verdict(document.file_path, pdf, tuple(_differences(pdf, *facts)))


def write_beside(document: Document, folder: Path) -> Path:
    """Copy an archived document as `NAME.pdf` with `NAME.snapshot.json` beside it; returns the PDF's path."""
    folder.mkdir(parents=True, exist_ok=True)
    pdf = folder / f"{document.file_name}.pdf"
    pdf.write_bytes(document.file_path.read_bytes())
    beside = {key: getattr(document, key) for key in ("template", "form", "content", "sha256")}
    pdf.with_suffix(".snapshot.json").write_bytes(canonical(beside))
    return pdf


def _verdict(path: Path, pdf: bytes, problems: tuple[str, ...]) -> Verdict:
    return Verdict(path, hashlib.sha256(pdf).hexdigest(), problems)


def _differences(pdf: bytes, template: str, content: Content, form: str, sha256: str) -> Iterator[str]:
    if hashlib.sha256(pdf).hexdigest() != sha256:
        yield f"SHA-256 tidak sama dengan yang tercatat ({sha256})"
    try:
        again = box.render(template, content, Form.FINAL if form == SIGNED else Form(form)).pdf
    except (DocumentError, ValueError) as problem:
        yield f"tidak dapat digambar ulang: {problem}"
    else:
        if not (pdf.startswith(again) if form == SIGNED else again == pdf):
            yield "isi PDF berbeda dari gambar ulang snapshotnya"
