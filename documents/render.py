"""The only door to WeasyPrint. (template, content, form) → PDF: no clock, no network, no file but the kind's assets.

Run it through `documents.box`, which puts limits round it; straight calls are for tests and the warm process itself.
"""

import gc
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from documents.assets import assets_of
from documents.content import Content, strings
from documents.errors import AssetRefused, ContentError, NotDecided, RenderFailed, TooManyPages
from documents.families.family import Family
from documents.forms import Form
from documents.kinds import all_kinds, find
from documents.limits import LIMITS
from workflows.core.canonical import canonical, normal

ATTACHMENT = "isi.json"
ALWAYS = datetime(2000, 1, 1)
"""The attachment's dates: it is as old as its paper, which prints its own; another day's bytes must be the same."""


@dataclass(frozen=True)
class Paper:
    """One rendered paper: its bytes, its pages, and how many pictures its template put on them."""

    pdf: bytes
    pages: int
    pictures: int


def render(template: str, content: Content, form: Form, max_pages: int = LIMITS.pages) -> Paper:
    """Same arguments, same bytes. Raises a DocumentError; never returns a paper the renderer complained about."""
    kind, content = find(template), normal(content)
    kind.check(content)
    if kind.issued:
        _demand_decision(content, form)
    _demand_glyphs(kind.family, content)
    page, style, assets = kind.page(content, form), kind.print_style(content), assets_of(kind.family, content)
    return pdf_of(page, style, assets, attached(content, form), max_pages)


def attached(content: Content, form: Form) -> bytes:
    """What the PDF carries: its content, so that nobody must read numbers off a picture; a draft carries nothing."""
    return b"" if form is Form.DRAFT else canonical(content)


def _demand_decision(content: Content, form: Form) -> None:
    """Ink needs the signatory, final also number and date."""
    needed = {Form.DRAFT: (), Form.INK: ("signatory",), Form.FINAL: ("number", "date", "signatory")}[form]
    if any(not (content.get("issue") or {}).get(key) for key in needed):
        raise NotDecided


def _demand_glyphs(family: Family, content: Content) -> None:
    """A letter the font lacks would print as an empty box: say where it stands instead."""
    known = family.glyphs
    problems = tuple(
        f"{place}: huruf “{sign}” (U+{ord(sign):04X}) tidak ada dalam fon naskah"
        for place, text in strings(content)
        if (sign := next((sign for sign in text if ord(sign) not in known), None))
    )
    if problems:
        raise ContentError(problems=problems)


def pdf_of(
    html: str, style: str, assets: dict[str, bytes], attachment: bytes = b"", max_pages: int = LIMITS.pages
) -> Paper:
    """Print one HTML document with one style sheet; only `asset:NAME` of the given assets can be fetched."""
    weasyprint, fetcher = _weasyprint()
    fonts = weasyprint.text.fonts.FontConfiguration()
    fetch = fetcher(assets)
    with _complaints() as errors, _collector_off():
        try:
            css = weasyprint.CSS(string=style, url_fetcher=fetch, font_config=fonts, base_url=None)
            page = weasyprint.HTML(string=html, url_fetcher=fetch, base_url=None)
            document = page.render(stylesheets=[css], font_config=fonts)
            if len(document.pages) > max_pages:
                raise TooManyPages(f"Naskah menjadi {len(document.pages)} halaman; paling banyak {max_pages}.")
            pdf = document.write_pdf(pdf_variant="pdf/a-3b", attachments=_attachments(attachment))
        except weasyprint.urls.FatalURLFetchingError as refusal:
            raise AssetRefused(str(refusal)) from None
    if errors:
        raise RenderFailed("Penggambar melaporkan: " + "; ".join(errors[:3]))
    return Paper(pdf, len(document.pages), len(re.findall('<img [^>]*src="asset:', html)))


def _attachments(content: bytes) -> list[Any]:
    """Relationship *Data*: what the paper shows, for machines (PDF/A-3, ISO 19005-3 Annex E)."""
    weasyprint, _ = _weasyprint()
    described = {"name": ATTACHMENT, "description": "Isi naskah ini sebagai data", "relationship": "Data"}
    return [weasyprint.Attachment(string=content, created=ALWAYS, modified=ALWAYS, **described)] if content else []


@cache
def _weasyprint() -> tuple[Any, Any]:
    """Imported late: it costs a second and system libraries that only the renderer needs."""
    import weasyprint

    from documents.fetcher import AssetFetcher

    return weasyprint, AssetFetcher


def warm() -> None:
    """Import everything a render needs, so that each fork starts hot; lays nothing out (Pango would start a thread)."""
    _weasyprint()
    for kind in all_kinds().values():
        _ = kind.family.glyphs
        kind.page(kind.sample(1), Form.FINAL)


class _Complaints(logging.Handler):
    """Keeps what spoils a paper: errors, and a font that cannot be loaded, which WeasyPrint only warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR or "Font-face" in record.getMessage():
            self.told.append(record.getMessage())


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what WeasyPrint complains of: to it a missing image is only a log line, to us a failed job."""
    handler, logger = _Complaints(), logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield handler.told
    finally:
        logger.removeHandler(handler)


@contextmanager
def _collector_off() -> Iterator[None]:
    """Layout allocates much and frees little: the collector costs 15 % and finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
