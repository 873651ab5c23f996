"""The files a paper may contain: its family's fonts, and the emblem when the content has one."""

import base64
import binascii

from documents.content import Content
from documents.errors import ContentError
from documents.families.family import Family

PNG = b"\x89PNG\r\n\x1a\n"
MAX_EMBLEM = 500_000  # bytes


def assets_of(family: Family, content: Content) -> dict[str, bytes]:
    """Name → bytes of all that this paper may fetch."""
    emblem = content.get("lambang")
    return {**family.fonts, "lambang": emblem_png(emblem)} if emblem else family.fonts


def emblem_png(encoded: str) -> bytes:
    """The emblem travels in the snapshot as base64 of a PNG, so that the paper stays a function of its content."""
    try:
        png = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise ContentError("lambang: bukan base64 yang sah; unggah ulang berkas PNG") from None
    if not png.startswith(PNG) or len(png) > MAX_EMBLEM:
        raise ContentError(f"lambang: harus berkas PNG paling besar {MAX_EMBLEM // 1000} kB")
    return png
