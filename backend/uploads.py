"""Uploads: a size limit, the real type found by decoding, kept under their hash and never altered."""

import hashlib
import os
import tempfile
from io import BytesIO
from pathlib import Path

import pikepdf
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image

from workflows.core.errors import BadValues
from workflows.core.models import Attachment
from workflows.organisation.models import Person

MOST_PAGES = 500
MOST_PIXELS = 50_000_000
IMAGES = {"JPEG": "image/jpeg", "PNG": "image/png"}


def keep(upload: UploadedFile, by: Person) -> Attachment:
    """Keep a PDF, JPEG or PNG. Raises `BadValues` for anything else, too large, damaged or locked."""
    if upload.size is None or upload.size > settings.LARGEST_UPLOAD:
        megabytes = settings.LARGEST_UPLOAD // 1024 // 1024
        raise BadValues({"file": _("Berkas lebih besar dari %(n)d MB; kecilkan atau pindai ulang.") % {"n": megabytes}})
    content = upload.read()
    media_type, sha256 = type_of(content), hashlib.sha256(content).hexdigest()
    write(path_of(sha256), content)
    return Attachment.objects.create(
        sha256=sha256, name=name_of(upload), media_type=media_type, size=len(content), uploaded_by=by
    )


def path_of(sha256: str) -> Path:
    return settings.MEDIA_ROOT / sha256[:2] / sha256


def name_of(upload: UploadedFile) -> str:
    """The name for people; files are never stored under it."""
    plain = "".join(sign for sign in upload.name or "" if sign.isprintable())
    return plain[-200:] or _("tanpa nama")


def type_of(content: bytes) -> str:
    """The media type that the content really has. Raises `BadValues`."""
    if content.startswith(b"%PDF-"):
        check_pdf(content)
        return "application/pdf"
    return type_of_image(content)


def check_pdf(content: bytes) -> None:
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            pages = len(pdf.pages)
    except pikepdf.PasswordError:
        raise BadValues({"file": _("PDF ini terkunci kata sandi; unggah yang tidak terkunci.")}) from None
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise BadValues({"file": _("PDF ini rusak; buat atau pindai ulang.")}) from None
    if not 0 < pages <= MOST_PAGES:
        raise BadValues({"file": _("PDF berisi 1 sampai %(n)d halaman.") % {"n": MOST_PAGES}})


def type_of_image(content: bytes) -> str:
    try:
        with Image.open(BytesIO(content), formats=list(IMAGES)) as image:
            small, kind = image.width * image.height <= MOST_PIXELS, IMAGES[image.format or ""]
            if small:
                image.load()
    except (OSError, ValueError, SyntaxError, KeyError, Image.DecompressionBombError):
        raise BadValues({"file": _("Unggah PDF, JPEG atau PNG yang utuh.")}) from None
    if not small:
        raise BadValues({"file": _("Gambar ini terlalu besar; kecilkan ukurannya.")})
    return kind


def write(target: Path, content: bytes) -> None:
    """Put the content under its name at once and whole; harmless again."""
    if target.is_file() and target.stat().st_size == len(content):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as part:
        part.write(content)
        part.flush()
        os.fsync(part.fileno())
    os.replace(part.name, target)
