"""A PDF as an eye sees it: pages as pictures, for what no text tells."""

from io import BytesIO

import zxingcpp
from PIL import Image, ImageChops

from tests.documents.reading import Reading, poppler_bytes

DPI = 144
MM = DPI / 25.4


def picture(paper: Reading, page: int = 1) -> Image.Image:
    """One page, counted from 1, in colour."""
    arguments = ("-r", str(DPI), "-png", "-singlefile", "-f", str(page), "-l", str(page), "-")
    return Image.open(BytesIO(poppler_bytes("pdftoppm", paper.pdf, *arguments))).convert("RGB")


def box_of(colour: tuple[int, int, int], seen: Image.Image) -> tuple[float, float, float, float] | None:
    """Where a colour stands: left, top, right, bottom in millimetres; None if nowhere."""
    difference = ImageChops.difference(seen, Image.new("RGB", seen.size, colour)).convert("L")
    found = difference.point(lambda value: 255 if value < 30 else 0).getbbox()
    return (found[0] / MM, found[1] / MM, found[2] / MM, found[3] / MM) if found else None


def qr_codes(seen: Image.Image) -> list[tuple[str, float]]:
    """What each QR code says, and how wide it is in millimetres without its quiet zone."""
    return [
        (code.text, (code.position.top_right.x - code.position.top_left.x) / MM)
        for code in zxingcpp.read_barcodes(seen)
    ]
