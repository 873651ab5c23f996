"""What people upload: its real type found by decoding in the box, kept under its hash, never altered after that.

A picture is drawn anew: upright, of useful size, without the place where it was taken. The same file again is the same
attachment.
"""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from documents import box
from documents.errors import DocumentError
from documents.errors import Unfit as Unreadable
from workflows.core.errors import BadValues
from workflows.core.models import Attachment
from workflows.organisation.models import Person

MEGABYTE = 1024 * 1024
MOST_PAGES = 500
LONGEST_EDGE = 5000
"""Pixels: an F4 sheet scanned at 300 dpi keeps all of its own."""
PHOTO_EDGE, PHOTO_MOST = 1600, 250_000
"""Pixels and bytes, as `smaller.js` makes them before they leave a phone."""
THUMBNAIL_EDGE = 320
HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1", b"ftypavif")
"""What a phone calls its own way of keeping photos."""


class Unfit(ValueError):
    """Not a file that we take; the message tells the user why and what to do."""


def keep(upload: UploadedFile, person: Person, field: str = "attachment", edge: int = LONGEST_EDGE, most: int = 0) -> Attachment:
    """Store an upload. Raises `BadValues` naming `field` for anything but a whole PDF or picture of fitting size.

    A picture is at most `edge` pixels long and, unless `most` is 0, of so many bytes.
    """
    try:
        media_type, content = opened(content_of(upload), edge, most)
    except Unfit as unfit:
        raise BadValues({field: str(unfit)}) from unfit
    sha256 = hashlib.sha256(content).hexdigest()
    store(Attachment.path_of(sha256), content)
    return noted(person, sha256=sha256, name=name_of(upload), media_type=media_type, size=len(content))


@transaction.atomic
def noted(person: Person, **told: Any) -> Attachment:
    """What a phone sends again for want of an answer may come twice at once, and is noted once."""
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    there = Attachment.objects.filter(uploaded_by=person, **told).order_by("pk").first()
    return there or Attachment.objects.create(uploaded_by=person, **told)


def keep_photo(upload: UploadedFile, person: Person, field: str) -> Attachment:
    """The same for a photo that shows something, as villages send them: light enough to be looked at on a prepaid card."""
    return keep(upload, person, field, PHOTO_EDGE, PHOTO_MOST)


def content_of(upload: UploadedFile) -> bytes:
    if (upload.size or 0) > settings.LARGEST_UPLOAD:
        n = settings.LARGEST_UPLOAD // MEGABYTE
        raise Unfit(_("Berkas lebih besar dari %(n)d MB; perkecil lalu unggah lagi.") % {"n": n})
    return upload.read()


def name_of(upload: UploadedFile) -> str:
    """The name for people; files are never stored under it."""
    plain = "".join(sign for sign in upload.name or "" if sign.isprintable())
    return plain[-200:] or _("tanpa nama")


def opened(content: bytes, edge: int, most: int) -> tuple[str, bytes]:
    """The media type that the content really has, whatever its name says, and what is kept of it. Raises `Unfit`."""
    if content[4:12] in HEIC:
        raise Unfit(_("Foto ini berformat HEIC. Di pengaturan kamera pilih JPEG (“Paling kompatibel”), lalu foto ulang."))
    try:
        if content.startswith(b"%PDF-"):
            check_pages(box.pages_of(content))
            return "application/pdf", content
        return box.redraw(content, edge, most=most)
    except Unreadable as unreadable:
        raise Unfit(_(str(unreadable))) from unreadable
    except DocumentError:
        raise Unfit(_("Berkas ini terlalu berat untuk dibuka; perkecil atau pindai ulang dengan mutu lebih rendah.")) from None


def check_pages(pages: int) -> None:
    if not 0 < pages <= MOST_PAGES:
        raise Unfit(_("PDF berisi 1 sampai %(n)d halaman.") % {"n": MOST_PAGES})


def thumbnail_of(attachment: Attachment) -> Path | None:
    """A small picture of an attached one, made when it is first asked for; None where there is nothing to draw."""
    if not attachment.media_type.startswith("image/") or not attachment.file_path.is_file():
        return None
    small = attachment.file_path.with_suffix(f".{THUMBNAIL_EDGE}")
    if not small.exists():
        try:
            store(small, box.redraw(attachment.file_path.read_bytes(), THUMBNAIL_EDGE)[1])
        except DocumentError:
            return None
    return small


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
