"""A PDF as a reader sees it: words with their boxes, lines, fonts. By poppler, not by the library that made it."""

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import cast
from xml.etree import ElementTree

from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import StreamObject

from documents.families.family import Family

MM = 72 / 25.4
WATERMARK = 40  # points: taller than any line of text
XHTML = "{http://www.w3.org/1999/xhtml}"
NOT_BODY = re.compile(
    r"^(KONSEP — .*|CONTOH – bukan naskah resmi|- \d+ -|Dokumen ini ditandatangani secara elektronik\.)$"
)


@dataclass(frozen=True)
class Word:
    """Text and box in points, y from the top."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True)
class Line:
    """Words on one base line, from the left."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def y0(self) -> float:
        return min(word.y0 for word in self.words)

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    words: tuple[Word, ...]

    @cached_property
    def lines(self) -> list[Line]:
        """All lines but those in the margins and the watermark."""
        return [line for line in self.all_lines if not NOT_BODY.match(line.text)]

    @cached_property
    def all_lines(self) -> list[Line]:
        rows: dict[int, list[Word]] = {}
        for word in self.words:
            if word.y1 - word.y0 > WATERMARK:
                continue
            base = next((y for y in rows if abs(y - word.y1) <= 2), round(word.y1))
            rows.setdefault(base, []).append(word)
        return [Line(tuple(sorted(rows[y], key=lambda word: word.x0))) for y in sorted(rows)]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def find(self, text: str) -> list[Line]:
        """Wherever these words stand side by side, from the top."""
        wanted = text.split()
        places = [(line, at) for line in self.lines for at in range(len(line.words))]
        parts = [line.words[at : at + len(wanted)] for line, at in places]
        return [Line(words) for words in parts if [word.text for word in words] == wanted]

    @property
    def watermark(self) -> str:
        """Its letters in alphabetical order: a slanting word comes in pieces."""
        return "".join(sorted("".join(word.text for word in self.words if word.y1 - word.y0 > WATERMARK)))


@dataclass(frozen=True)
class Reading:
    pdf: bytes

    @cached_property
    def pages(self) -> list[Page]:
        root = ElementTree.fromstring(poppler("pdftotext", self.pdf, "-bbox", "-", "-"))
        return [_page(page) for page in root.iter(f"{XHTML}page")]

    @property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)

    @property
    def flowing(self) -> str:
        """The text with single spaces, as if it were one line."""
        return " ".join(self.text.split())

    @cached_property
    def raw(self) -> str:
        """The text in the order of the file: columns one after the other."""
        return poppler("pdftotext", self.pdf, "-raw", "-", "-")

    @cached_property
    def fonts(self) -> set[str]:
        """PostScript names without subset tags, of embedded fonts only; others keep a `!`."""
        rows = [row.split() for row in poppler("pdffonts", self.pdf, "-").splitlines()[2:]]
        return {row[0].split("+")[-1] if row[-5] == "yes" else f"!{row[0]}" for row in rows}

    @cached_property
    def info(self) -> dict[str, str]:
        pairs = (row.partition(":") for row in poppler("pdfinfo", self.pdf, "-").splitlines())
        return {key.strip(): value.strip() for key, _, value in pairs}

    @cached_property
    def _reader(self) -> PdfReader:
        return PdfReader(BytesIO(self.pdf))

    @cached_property
    def drawings(self) -> list[bytes]:
        """The operators that paint each page."""
        return [cast(StreamObject, page["/Contents"].get_object()).get_data() for page in self._reader.pages]

    def sizes(self, page: int) -> set[float]:
        """Font sizes of all upright text on a page, in points."""
        found: set[float] = set()

        def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
            if text.strip() and tm[1] * cm[0] == 0:
                found.add(round(size * abs(tm[3] * cm[3]), 1))

        self._reader.pages[page].extract_text(visitor_text=visit)
        return found

    @property
    def language(self) -> str:
        return str(self._reader.root_object["/Lang"])


def advance(text: str, family: Family, size: float = 12) -> float:
    """How wide a word is in points when its letters are not spaced out."""
    (regular,) = [font for name, font in family.fonts.items() if name.rsplit(".", 1)[0].endswith("-regular")]
    font = TTFont(BytesIO(regular))
    glyphs, widths = font.getBestCmap(), font["hmtx"]
    return float(sum(widths[glyphs[ord(letter)]][0] for letter in text) * size / font["head"].unitsPerEm)


def poppler(program: str, pdf: bytes, *arguments: str) -> str:
    return poppler_bytes(program, pdf, *arguments).decode()


def poppler_bytes(program: str, pdf: bytes, *arguments: str) -> bytes:
    return subprocess.run([program, *arguments], input=pdf, capture_output=True, check=True).stdout


def _page(page: ElementTree.Element) -> Page:
    words = tuple(
        Word(word.text or "", *(float(word.attrib[key]) for key in ("xMin", "yMin", "xMax", "yMax")))
        for word in page.iter(f"{XHTML}word")
    )
    return Page(float(page.attrib["width"]), float(page.attrib["height"]), words)
