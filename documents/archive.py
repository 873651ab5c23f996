"""Files named by their SHA-256: temp → fsync → read back → rename → fsync. What has the final name is whole."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from documents.errors import PaperUnsound


def path_for(pdf: bytes) -> str:
    """Where these bytes live below ARCHIVE_DIR: `ab/abcdef….pdf`."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    return f"{sha256[:2]}/{sha256}.pdf"


def store(pdf: bytes) -> str:
    """Put the bytes under their name and return it. Harmless again, at once, or after a crash half-way."""
    path = path_for(pdf)
    target = settings.ARCHIVE_DIR / path
    if not holds(target, pdf):
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(target, pdf)
    return path


def holds(target: Path, pdf: bytes) -> bool:
    """Whether the file is there with exactly these bytes."""
    with suppress(FileNotFoundError):
        return target.read_bytes() == pdf
    return False


def _write_whole(target: Path, pdf: bytes) -> None:
    """The temporary file stands in the same folder, so that the rename is one step of one file system."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(pdf)
            part.flush()
            os.fsync(part.fileno())
        if not holds(Path(name), pdf):
            raise PaperUnsound("Berkas yang tertulis tidak sama dengan naskahnya; periksa media penyimpanan.")
        os.replace(name, target)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(name)
        raise
    _sync(target.parent)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
