"""A page of a paper as a picture, for a phone that cannot show PDF. Runs in the box (`documents.box`), never outside."""

from io import BytesIO

import pypdfium2

from documents.errors import PdfBroken

WIDTH = 1080
"""Pixels: three for each point of a screen 360 wide, so that small print can be read."""
QUALITY = 60


def page_as_picture(pdf: bytes, number: int) -> bytes:
    """Page `number`, from 1, as WebP, its signatures drawn too. Raises `PdfBroken`, also where there is no such page."""
    try:
        opened = pypdfium2.PdfDocument(pdf)
        opened.init_forms()
        page, out = opened[number - 1], BytesIO()
        page.render(scale=WIDTH / page.get_width()).to_pil().save(out, "WEBP", quality=QUALITY)
        return out.getvalue()
    except (pypdfium2.PdfiumError, IndexError):
        raise PdfBroken from None
