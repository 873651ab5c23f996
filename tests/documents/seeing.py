"""A PDF as an eye sees it: pages as pictures, for what no text tells."""

from dataclasses import dataclass
from io import BytesIO

import zxingcpp
from PIL import Image, ImageChops

from tests.documents.reading import Reading, Word, poppler, poppler_bytes

DPI, MIDDLE, COARSE = 144, 72, 36
MM = DPI / 25.4


def picture(paper: Reading, page: int = 1, dpi: int = DPI) -> Image.Image:
    """One page, counted from 1, in colour."""
    arguments = ("-r", str(dpi), "-png", "-singlefile", "-f", str(page), "-l", str(page), "-")
    return Image.open(BytesIO(poppler_bytes("pdftoppm", paper.pdf, *arguments))).convert("RGB")


def box_of(colour: tuple[int, int, int], seen: Image.Image) -> tuple[float, float, float, float] | None:
    """Where a colour stands: left, top, right, bottom in millimetres; None if nowhere."""
    difference = ImageChops.difference(seen, Image.new("RGB", seen.size, colour)).convert("L")
    found = difference.point(lambda value: 255 if value < 30 else 0).getbbox()
    return (found[0] / MM, found[1] / MM, found[2] / MM, found[3] / MM) if found else None


@dataclass(frozen=True)
class Picture:
    """One that the PDF has: its page, its dots, and by how much it is wider than these say."""

    page: int
    dots: tuple[int, int]
    stretch: float


def images(paper: Reading) -> list[Picture]:
    rows = [row.split() for row in poppler("pdfimages", paper.pdf, "-list", "-").splitlines()[2:]]
    return [Picture(int(row[0]), (int(row[3]), int(row[4])), int(row[13]) / int(row[12])) for row in rows]


@dataclass(frozen=True)
class Code:
    """A QR code: what it says, its page, its box in points."""

    text: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    def covers(self, word: Word) -> bool:
        return word.x0 < self.x1 and word.x1 > self.x0 and word.y0 < self.y1 and word.y1 > self.y0


def qr_boxes(paper: Reading) -> list[Code]:
    """Of the pages that have a picture."""
    pages = sorted({image.page for image in images(paper)})
    return [_code(page, code) for page in pages for code in zxingcpp.read_barcodes(picture(paper, page))]


def _code(page: int, code: zxingcpp.Barcode) -> Code:
    first, last = code.position.top_left, code.position.bottom_right
    x0, y0, x1, y1 = (dots * 72 / DPI for dots in (first.x, first.y, last.x, last.y))
    return Code(code.text, page, x0, y0, x1, y1)


def darkest_outside(paper: Reading, page: int, margins: dict[str, int]) -> int:
    """The darkest grey, 0 to 255, at the left and right of the text; what stands in head and foot is let be."""
    seen = picture(paper, page, COARSE).convert("L")
    left, right, top, bottom = (int(margins[side] * COARSE / 25.4) for side in ("left", "right", "top", "bottom"))
    inside, foot = seen.width - right, seen.height - bottom
    strips = [(0, top, left - 1, foot), (inside + 1, top, seen.width, foot)]
    return min(value for strip in strips for value in seen.crop(strip).tobytes())


def longest_rule(paper: Reading, page: int, top: float, bottom: float) -> float:
    """The longest unbroken dark stroke from left to right between two heights in points, in millimetres."""
    seen = picture(paper, page, MIDDLE).convert("L").point(lambda value: 255 if value > 128 else 0)
    band = seen.crop((0, int(top * MIDDLE / 72), seen.width, int(bottom * MIDDLE / 72)))
    rows = [band.tobytes()[start : start + band.width] for start in range(0, band.width * band.height, band.width)]
    return max(len(run) for row in rows for run in row.split(b"\xff")) * 25.4 / MIDDLE


def qr_codes(seen: Image.Image) -> list[tuple[str, float]]:
    """What each QR code says, and how wide it is in millimetres without its quiet zone."""
    return [
        (code.text, (code.position.top_right.x - code.position.top_left.x) / MM)
        for code in zxingcpp.read_barcodes(seen)
    ]
