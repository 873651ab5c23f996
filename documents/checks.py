"""What every PDF must pass before it gets a name in the archive. Cheap: no page but the first is read as text."""

import re
from io import BytesIO
from typing import cast

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import StreamObject

from documents.errors import PaperUnsound
from documents.render import ATTACHMENT, Paper

NO_GLYPH = re.compile(rb"<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*>")  # glyph 0 in a shown text: an empty box
PICTURE = re.compile(rb"/i[0-9a-f]+ Do\b")


def examine(paper: Paper, font: str, expected: list[str], attachment: bytes) -> None:
    """Whole, with these words on its first page, all its pictures and no empty box, only this font, this attachment.

    Raises PaperUnsound.
    """
    reader = _read(paper.pdf)
    if len(reader.pages) != paper.pages:
        raise PaperUnsound(f"PDF memuat {len(reader.pages)} halaman, seharusnya {paper.pages}.")
    if strange := {found for page in reader.pages for found in _fonts(page) if not found.startswith(font)}:
        raise PaperUnsound(f"PDF memuat fon lain: {', '.join(sorted(strange))}.")
    first = _squeezed(reader.pages[0].extract_text())
    if missing := [words for words in expected if _squeezed(words) not in first]:
        raise PaperUnsound(f"Halaman pertama tidak memuat: {'; '.join(missing)}.")
    _examine_drawing([_drawing(page) for page in reader.pages], paper.pictures)
    if reader.attachments != ({ATTACHMENT: [attachment]} if attachment else {}):
        raise PaperUnsound(f"Lampiran {ATTACHMENT} tidak ada atau bukan isi naskah ini.")


def _drawing(page: PageObject) -> bytes:
    """The operators that paint a page."""
    contents = cast(StreamObject, page["/Contents"].get_object())
    return contents.get_data()


def _examine_drawing(pages: list[bytes], pictures: int) -> None:
    """A picture that vanished, a letter that the font does not have."""
    drawn = sum(len(PICTURE.findall(page)) for page in pages)
    if drawn != pictures:
        raise PaperUnsound(f"PDF memuat {drawn} gambar (lambang, kode QR), seharusnya {pictures}.")
    for number, page in enumerate(pages, start=1):
        if NO_GLYPH.search(page):
            raise PaperUnsound(f"Halaman {number} memuat huruf yang tidak ada dalam fon naskah.")


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
    """Without spaces, line ends and capitals: a long title breaks where the page wants it to."""
    return "".join(text.split()).casefold()
