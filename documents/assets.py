"""The files a paper may contain: its family's fonts, the emblem when the content has one, the QR code when signed so."""

import base64
import binascii
from io import BytesIO
from typing import Any

import segno

from documents.content import Content, text_of
from documents.errors import ContentError
from documents.families.family import Family

PNG = b"\x89PNG\r\n\x1a\n"
MAX_EMBLEM = 500_000  # bytes
ADDRESSES = ("https://", "http://127.0.0.1:", "http://localhost:")  # the last two: a demo on one machine
MAX_ADDRESS = 200  # characters: a QR code of 24 mm stays readable by a phone


def assets_of(family: Family, content: Content) -> dict[str, bytes]:
    """Name → bytes of all that this paper may fetch: its fonts, `lambang`, `qr`."""
    assets = dict(family.fonts)
    if emblem := text_of(content).get("lambang"):
        assets["lambang"] = emblem_png(emblem)
    if has_qr(content):
        assets["qr"] = qr_png(content["issue"].get("verify_url") or "")
    return assets


def has_qr(content: Content) -> bool:
    """Whether this paper prints `asset:qr`: only one that will be signed electronically does."""
    issue: dict[str, Any] = content.get("issue") or {}
    return issue.get("signature") == "tte"


def emblem_png(encoded: str) -> bytes:
    """The emblem travels in the snapshot as base64 of a PNG, so that the paper stays a function of its content."""
    try:
        png = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise ContentError("lambang: bukan base64 yang sah; unggah ulang berkas PNG") from None
    if not png.startswith(PNG) or len(png) > MAX_EMBLEM:
        raise ContentError(f"lambang: harus berkas PNG paling besar {MAX_EMBLEM // 1000} kB")
    return png


def qr_png(address: str) -> bytes:
    """The public check's address as a QR code, error level M (documents.md 2.5), black on white, the same every time.

    Its quiet zone of two modules belongs to the picture: printed 24 mm wide, the code itself is over 20 mm.
    """
    if not address.startswith(ADDRESSES) or len(address) > MAX_ADDRESS:
        raise ContentError(f"issue.verify_url: harus alamat https:// paling panjang {MAX_ADDRESS} huruf")
    png = BytesIO()
    segno.make_qr(address, error="m", boost_error=False).save(png, kind="png", scale=8, border=2)
    return png.getvalue()
