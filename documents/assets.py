"""The files a paper may contain: our own fonts, and the region's emblem when its data has one."""

import base64
import binascii
from functools import cache
from pathlib import Path

from documents.content import Content
from documents.errors import ContentError

FONTS = Path(__file__).parent / "letterhead" / "fonts"
PNG = b"\x89PNG\r\n\x1a\n"
MAX_EMBLEM = 500_000  # bytes


def assets_of(content: Content) -> dict[str, bytes]:
    """Name → bytes of all that this paper may fetch."""
    emblem = content.get("lambang")
    return {**fonts(), "lambang": emblem_png(emblem)} if emblem else fonts()


@cache
def fonts() -> dict[str, bytes]:
    """TeX Gyre Bonum (GUST licence): Bookman's metrics, pinned here so that no machine's fonts decide a page break."""
    return {path.name: path.read_bytes() for path in sorted(FONTS.glob("*.otf"))}


def emblem_png(encoded: str) -> bytes:
    """The emblem travels in the snapshot as base64 of a PNG, so that the paper stays a function of its content."""
    try:
        png = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise ContentError("lambang: bukan base64 yang sah; unggah ulang berkas PNG") from None
    if not png.startswith(PNG) or len(png) > MAX_EMBLEM:
        raise ContentError(f"lambang: harus berkas PNG paling besar {MAX_EMBLEM // 1000} kB")
    return png


@cache
def glyphs() -> frozenset[int]:
    """Code points that every weight we print with can draw."""
    from io import BytesIO

    from fontTools.ttLib import TTFont

    weights = [fonts()[f"texgyrebonum-{weight}.otf"] for weight in ("regular", "bold")]
    return frozenset.intersection(*(frozenset(TTFont(BytesIO(weight)).getBestCmap()) for weight in weights))
