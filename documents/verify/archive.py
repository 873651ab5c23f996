"""The whole archive: every row has its file, every file its row, and each file is what it was."""

import hashlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from django.conf import settings

from documents.forms import SIGNED
from documents.models import Document
from documents.signing import chosen
from documents.signing.judge import judge
from documents.verify.drawing import differences
from documents.verify.verdict import Verdict
from workflows.core.models import Attachment


def verify_archive() -> Iterator[Verdict]:
    """Judge every archived paper and every attachment, in order of making, then what else lies there."""
    lying = {
        *files_below(settings.ARCHIVE_DIR),
        *files_below(settings.MEDIA_ROOT),
    }  # before rows: a paper is filed first
    for verdict in chain(verify_papers(), verify_attachments()):
        lying.discard(verdict.path)
        yield verdict
    for path in sorted(lying):
        yield Verdict(path, "", ("tidak ada catatannya: bukan dokumen dan bukan lampiran",))


def verify_papers() -> Iterator[Verdict]:
    return (of_paper(document) for document in Document.objects.order_by("pk").iterator())


def verify_attachments() -> Iterator[Verdict]:
    return (of_attachment(attachment) for attachment in Attachment.objects.order_by("pk").iterator())


def files_below(folder: Path) -> Iterator[Path]:
    """All but hidden ones: those are being written, or were when their writer died."""
    return (path for path in folder.glob("**/*") if path.is_file() and not path.name.startswith("."))


def of_paper(document: Document) -> Verdict:
    try:
        pdf = document.file_path.read_bytes()
    except FileNotFoundError:
        return Verdict(document.file_path, "", ("berkas hilang dari arsip",))
    sha256 = hashlib.sha256(pdf).hexdigest()
    problems = [*unlike(sha256, document.sha256), *differences(pdf, document.template, document.content, document.form)]
    if document.form == SIGNED:
        problems += unsound(pdf)
    return Verdict(document.file_path, sha256, tuple(problems))


def unsound(pdf: bytes) -> Iterator[str]:
    judgement = judge(pdf, chosen.trust())
    if not judgement.sound:
        yield judgement.sentence


def of_attachment(attachment: Attachment) -> Verdict:
    try:
        with attachment.file_path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return Verdict(attachment.file_path, "", (f"lampiran “{attachment.name}” hilang",))
    return Verdict(attachment.file_path, sha256, tuple(unlike(sha256, attachment.sha256)))


def unlike(sha256: str, recorded: str) -> Iterator[str]:
    if sha256 != recorded:
        yield f"SHA-256 tidak sama dengan yang tercatat ({recorded})"
