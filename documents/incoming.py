"""Opening what people send: pictures are drawn anew, PDFs are counted. Runs in the box (`documents.box`), never outside."""

from io import BytesIO
from math import ceil

import pikepdf
from PIL import Image, ImageOps

from documents.errors import NotAPicture, PdfBroken, PdfLocked, PictureTooLarge

KNOWN = {"JPEG": "JPEG", "PNG": "PNG", "WEBP": "JPEG"}
"""What is read, and as what it is written again."""
MOST_PIXELS = 50_000_000
QUALITY = 85
LESS = (80, 68, 56, 45, 34)
"""Qualities of what may not be heavy, before it is made smaller."""
SMALLER = 0.85


def redraw(content: bytes, edge: int, most: int = 0) -> tuple[str, bytes]:
    """The picture upright, at most `edge` pixels long, with nothing but its pixels (no place, no camera); and its media type.

    With `most` it is a JPEG of at most so many bytes. The same bytes give the same bytes. Raises `NotAPicture`, `PictureTooLarge`.
    """
    try:
        with Image.open(BytesIO(content), formats=list(KNOWN)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise PictureTooLarge
            written = KNOWN[image.format or ""]
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((edge, edge), Image.Resampling.LANCZOS, reducing_gap=2.0)
            return ("image/jpeg", light(upright, most)) if most else (f"image/{written.lower()}", encoded(upright, written))
    except Image.DecompressionBombError:
        raise PictureTooLarge from None
    except (OSError, ValueError, SyntaxError, KeyError):
        raise NotAPicture from None


def encoded(image: Image.Image, written: str) -> bytes:
    """The pixels alone: what was noted beside them is left behind with the old object."""
    out = BytesIO()
    if written == "JPEG":
        plain = image if image.mode in ("L", "RGB") else image.convert("RGB")
        plain.info.clear()
        plain.save(out, "JPEG", quality=QUALITY, optimize=True)
    else:
        transparent = {name: image.info[name] for name in ("transparency",) if name in image.info}
        image.info.clear()
        image.save(out, "PNG", **transparent)
    return out.getvalue()


def light(image: Image.Image, most: int) -> bytes:
    """A JPEG of at most so many bytes: of less quality first, then smaller; what was transparent is white."""
    plain = Image.new("RGB", image.size, "white")
    plain.paste(image, mask=image.getchannel("A") if "A" in image.getbands() else None)
    for quality in LESS:
        out = BytesIO()
        plain.save(out, "JPEG", quality=quality, optimize=True)
        if out.tell() <= most:
            return out.getvalue()
    return light(plain.resize((ceil(plain.width * SMALLER), ceil(plain.height * SMALLER)), Image.Resampling.LANCZOS), most)


def pages_of(content: bytes) -> int:
    """How many pages a PDF has. Raises `PdfLocked`, `PdfBroken`."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return len(pdf.pages)
    except pikepdf.PasswordError:
        raise PdfLocked from None
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise PdfBroken from None
