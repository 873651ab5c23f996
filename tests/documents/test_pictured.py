"""Pages of a paper as pictures, drawn in the box."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from documents import box
from documents.errors import PdfBroken

PORTRAIT, LANDSCAPE = (612, 936), (936, 612)


def pdf_of(*sizes: tuple[int, int]) -> bytes:
    """Each page with a black field in its lower left quarter."""
    made, out = pikepdf.new(), BytesIO()
    for size in sizes:
        page = made.add_blank_page(page_size=size)
        page.Contents = made.make_stream(f"0 g 0 0 {size[0] / 2} {size[1] / 2} re f".encode())
    made.save(out)
    return out.getvalue()


def test_each_page_is_drawn_upright_and_as_wide_as_a_phone_shows_it() -> None:
    pdf = pdf_of(PORTRAIT, LANDSCAPE)
    first, second = (Image.open(BytesIO(box.page_as_picture(pdf, n))) for n in (1, 2))
    assert (first.format, first.size, second.size) == ("WEBP", (1080, 1652), (1080, 707))
    assert (first.getpixel((100, 1500)), first.getpixel((100, 100))) == ((0, 0, 0), (255, 255, 255))


@pytest.mark.parametrize(
    ("pdf", "number"), [(pdf_of(PORTRAIT), 2), (b"%PDF-1.7 rusak", 1), (b"", 1)], ids=["no such page", "broken", "empty"]
)
def test_what_cannot_be_drawn_is_said(pdf: bytes, number: int) -> None:
    with pytest.raises(PdfBroken):
        box.page_as_picture(pdf, number)
