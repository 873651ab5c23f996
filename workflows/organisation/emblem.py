"""An emblem as papers print it: decoded, put on white, made small and written anew, so that nothing odd comes along."""

from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image

from workflows.core.errors import BadValues

LARGEST_UPLOAD = 2_000_000  # bytes
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 480  # pixels: 25 mm of paper at nearly 500 dots an inch
COLOURS = 256
WHOLE = b"IEND\xaeB`\x82"


def emblem_of(content: bytes) -> bytes:
    """A PNG of at most 480 pixels a side in 256 colours; the proportions stay. Raises `BadValues` for what is no PNG."""
    if len(content) > LARGEST_UPLOAD:
        raise unfit(_("Berkas lambang lebih besar dari 2 MB; perkecil lalu unggah lagi."))
    if not content.endswith(WHOLE):  # Pillow passes over a missing end once another library has told it to
        raise unfit(_("Unggah lambang sebagai PNG yang utuh; berkas ini bukan."))
    try:
        with Image.open(BytesIO(content), formats=["PNG"]) as image:
            if image.width * image.height > MOST_PIXELS:
                raise unfit(_("Gambar lambang terlalu besar; perkecil ukurannya."))
            return drawn_anew(image.convert("RGBA"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise unfit(_("Unggah lambang sebagai PNG yang utuh; berkas ini bukan.")) from None


def unfit(words: str) -> BadValues:
    return BadValues({"emblem": words})


def drawn_anew(image: Image.Image) -> bytes:
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    written = BytesIO()
    white.convert("RGB").quantize(COLOURS).save(written, "PNG", optimize=True)
    return written.getvalue()
