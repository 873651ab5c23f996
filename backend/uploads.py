"""What people upload: its real type found by decoding, kept under its hash, never altered.

The same file again is the same attachment.
"""

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

MEGABYTE = 1024 * 1024
MOST_PAGES = 500
MOST_PIXELS = 50_000_000
IMAGES = {"JPEG": "image/jpeg", "PNG": "image/png"}


class Unfit(ValueError):
    """Not a file that we take; the message tells the user why and what to do."""


def keep(upload: UploadedFile, person: Person, field: str = "attachment") -> Attachment:
    """Store an upload. Raises `BadValues` naming `field` for anything but a whole PDF, JPEG or PNG of fitting size."""
    try:
        content = content_of(upload)
        media_type = type_of(content)
    except Unfit as unfit:
        raise BadValues({field: str(unfit)}) from unfit
    sha256 = hashlib.sha256(content).hexdigest()
    store(Attachment.path_of(sha256), content)
    return Attachment.objects.get_or_create(
        sha256=sha256, name=name_of(upload), media_type=media_type, size=len(content), uploaded_by=person
    )[0]


def content_of(upload: UploadedFile) -> bytes:
    if (upload.size or 0) > settings.LARGEST_UPLOAD:
        n = settings.LARGEST_UPLOAD // MEGABYTE
        raise Unfit(_("Berkas lebih besar dari %(n)d MB; perkecil lalu unggah lagi.") % {"n": n})
    return upload.read()


def name_of(upload: UploadedFile) -> str:
    """The name for people; files are never stored under it."""
    plain = "".join(sign for sign in upload.name or "" if sign.isprintable())
    return plain[-200:] or _("tanpa nama")


def type_of(content: bytes) -> str:
    """The media type that the content really has, whatever its name says. Raises `Unfit`."""
    if content.startswith(b"%PDF-"):
        check_pdf(content)
        return "application/pdf"
    return type_of_image(content)


def check_pdf(content: bytes) -> None:
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            pages = len(pdf.pages)
    except pikepdf.PasswordError:
        raise Unfit(_("PDF ini terkunci kata sandi; unggah yang tidak terkunci.")) from None
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise Unfit(_("PDF ini rusak; buat atau pindai ulang.")) from None
    if not 0 < pages <= MOST_PAGES:
        raise Unfit(_("PDF berisi 1 sampai %(n)d halaman.") % {"n": MOST_PAGES})


def type_of_image(content: bytes) -> str:
    try:
        with Image.open(BytesIO(content), formats=list(IMAGES)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Unfit(_("Gambar ini terlalu besar; perkecil ukurannya."))
            image.load()
            return IMAGES[image.format or ""]
    except Unfit:
        raise
    except (OSError, ValueError, SyntaxError, KeyError, Image.DecompressionBombError):
        raise Unfit(_("Unggah PDF, JPEG, atau PNG yang utuh; berkas ini bukan salah satunya.")) from None


def store(path: Path, content: bytes) -> None:
    """Write a file that is whole or not there."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as part:
        part.write(content)
        part.flush()
        os.fsync(part.fileno())
    os.replace(part.name, path)
