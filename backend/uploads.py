"""What people upload: looked at, kept under its hash, never altered. The same file again is the same attachment."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.core.models import Attachment
from workflows.organisation.models import Person

MEGABYTES = 10
BEGINNINGS = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


def keep(upload: UploadedFile, person: Person, field: str = "attachment") -> Attachment:
    """Store an upload. Raises `BadValues` for one that is empty, too large, or neither PDF, JPEG nor PNG."""
    content = checked(upload, field)
    sha256 = hashlib.sha256(content).hexdigest()
    store(path_of(sha256), content)
    return Attachment.objects.get_or_create(
        sha256=sha256, name=(upload.name or "")[-200:], media_type=media_type(content), size=len(content), uploaded_by=person
    )[0]  # fmt: skip


def checked(upload: UploadedFile, field: str) -> bytes:
    if (upload.size or 0) > MEGABYTES * 1024 * 1024:
        raise BadValues({field: _("Berkas lebih besar dari %(n)d MB; perkecil lalu unggah lagi.") % {"n": MEGABYTES}})
    content = upload.read()
    if not media_type(content):
        raise BadValues({field: _("Unggah PDF, JPEG, atau PNG; berkas ini bukan salah satunya.")})
    return content


def media_type(content: bytes) -> str:
    """By its first bytes, whatever its name says; empty for what we do not take."""
    return next((kind for beginning, kind in BEGINNINGS.items() if content.startswith(beginning)), "")


def path_of(sha256: str) -> Path:
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256


def store(path: Path, content: bytes) -> None:
    """Write a file that is whole or not there."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(content)
    part.replace(path)
