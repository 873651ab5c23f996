"""What every PDF must pass before it gets a name in the archive."""

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from documents.errors import PaperUnsound


def examine(pdf: bytes, pages: int, font: str, expected: list[str]) -> None:
    """Whole, of `pages` pages, the expected words on its first page, only this font's faces. Raises PaperUnsound."""
    reader = _read(pdf)
    if len(reader.pages) != pages:
        raise PaperUnsound(f"PDF memuat {len(reader.pages)} halaman, seharusnya {pages}.")
    if strange := {found for page in reader.pages for found in _fonts(page) if not found.startswith(font)}:
        raise PaperUnsound(f"PDF memuat fon lain: {', '.join(sorted(strange))}.")
    first = _squeezed(reader.pages[0].extract_text())
    if missing := [words for words in expected if _squeezed(words) not in first]:
        raise PaperUnsound(f"Halaman pertama tidak memuat: {'; '.join(missing)}.")


def _read(pdf: bytes) -> PdfReader:
    if not pdf.startswith(b"%PDF-") or not pdf.rstrip().endswith(b"%%EOF"):
        raise PaperUnsound("PDF terpotong.")
    try:
        reader = PdfReader(BytesIO(pdf), strict=True)
        len(reader.pages)
    except (PyPdfError, ValueError, KeyError) as problem:
        raise PaperUnsound(f"PDF tidak terbaca: {problem}") from None
    return reader


def _fonts(page: dict) -> set[str]:
    """Names of the page's embedded fonts without their subset tag; one without a font file keeps a `!`."""
    fonts = page.get("/Resources", {}).get("/Font", {}).values()
    return {_name(font.get_object()) for font in fonts}


def _name(font: dict) -> str:
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    name = inner["/BaseFont"].lstrip("/").split("+", 1)[-1]
    embedded = any(key in inner.get("/FontDescriptor", {}) for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return name if embedded else f"!{name}"


def _squeezed(text: str) -> str:
    """Without spaces and line ends: a long title breaks where the page wants it to."""
    return "".join(text.split())
