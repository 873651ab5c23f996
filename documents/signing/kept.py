"""A file that is written once: whole under its name or not there, whatever dies when, and the same for everybody."""

import os
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path


def find(place: Path) -> bytes | None:
    """What is kept there, if anything is."""
    with suppress(FileNotFoundError):
        return place.read_bytes()
    return None


def since(place: Path) -> datetime:
    """When it was kept there."""
    return datetime.fromtimestamp(place.stat().st_mtime, UTC)


def keep(place: Path, data: bytes) -> bytes:
    """Keep the data there and return it; or what somebody else kept there in the meantime."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, place)
    finally:
        os.unlink(draft)
    _sync(place.parent)
    return place.read_bytes()


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
