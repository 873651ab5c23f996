"""Pictures of papers, drawn by poppler's `pdftoppm`: to look at, and as the golden picture that each kind keeps."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

from PIL import Image

from documents import box
from documents.forms import Form
from documents.kind import Kind

GOLDEN = "golden.png"
ROWS = 12  # of the sample that the golden picture shows
DPI, GOLDEN_DPI = 80, 60


class NoPainter(Exception):
    """Gambar tidak dibuat: program pdftoppm tidak ada. Pasang paket poppler-utils."""

    def __str__(self) -> str:
        return self.__doc__ or ""


def pictures(pdf: Path) -> list[Path]:
    """Each page as `NAME-1.png`, … beside the PDF, in order; those of an earlier run are gone. Raises NoPainter."""
    for old in pdf.parent.glob(f"{pdf.stem}-*.png"):
        old.unlink()
    _paint("-r", str(DPI), "-png", str(pdf), str(pdf.with_suffix("")))
    return sorted(pdf.parent.glob(f"{pdf.stem}-*.png"), key=lambda page: (len(page.name), page.name))


def golden_picture(kind: Kind) -> bytes:
    """Page 1 of the kind's final sample as a small grey PNG. Raises NoPainter or a DocumentError."""
    pdf = box.render(kind.template, kind.sample(ROWS), Form.FINAL).pdf
    return _in_four_greys(_paint("-r", str(GOLDEN_DPI), "-gray", "-png", "-singlefile", "-", stdin=pdf))


def _in_four_greys(png: bytes) -> bytes:
    """A quarter of the size, and still every letter's place."""
    small = BytesIO()
    Image.open(BytesIO(png)).quantize(4, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def _paint(*arguments: str, stdin: bytes = b"") -> bytes:
    pdftoppm = shutil.which("pdftoppm")
    if not pdftoppm:
        raise NoPainter
    return subprocess.run([pdftoppm, *arguments], input=stdin, capture_output=True, check=True).stdout
