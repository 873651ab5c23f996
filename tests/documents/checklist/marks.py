"""Checks 11 to 15 and 60: code, watermark, footer, bytes, text layer, metadata."""

import re
from pathlib import Path

from django.urls import resolve

from documents import box
from documents.checks import NO_GLYPH
from documents.families.edges import SIGNED
from documents.forms import Form
from tests.documents.checklist.registry import check
from tests.documents.checklist.specimen import Specimen
from tests.documents.reading import MM
from tests.documents.seeing import qr_boxes

HOST = "https://siklus.contoh.go.id"


@check(11)
def the_code_is_the_address_of_the_public_check(paper: Specimen) -> None:
    """The QR code is https, the district's host and the paper's token, and stands on no text."""
    codes = qr_boxes(paper.reading)
    if not paper.electronic:
        assert not codes
        return
    assert codes
    for code in codes:
        assert code.text == paper.content["issue"]["verify_url"]
        assert code.text.startswith(f"{HOST}/v/")
        assert resolve(code.text.removeprefix(HOST)).url_name == "public-decree"
        assert code.x1 - code.x0 >= 20 * MM - 1
        over = [word for word in paper.reading.pages[code.page - 1].words if code.covers(word)]
        assert not over


@check(12)
def drafts_and_only_drafts_say_so_on_every_page(paper: Specimen) -> None:
    """Watermark and draft line on every page of a draft, and on no other paper."""
    draft = paper.form is Form.DRAFT
    for page in paper.reading.pages:
        assert page.watermark == ("ADFR" if draft else "")
        lines = [line.text for line in page.all_lines if re.match(r"KONSEP — belum \w+ — rev\. 1 — ", line.text)]
        assert len(lines) == draft


@check(13)
def the_footer_of_an_electronic_signature_is_on_every_page(paper: Specimen) -> None:
    """The footer of an electronic signature on every page if it will be signed so; else nowhere."""
    for page in paper.reading.pages:
        footers = [line for line in page.all_lines if SIGNED in line.text]
        assert len(footers) == paper.electronic
        for line in footers:
            assert line.y0 > page.height - paper.geometry["margins"]["bottom"] * MM


@check(15)
def text_can_be_taken_out_again(paper: Specimen) -> None:
    """The text can be taken out again, and no letter is an empty box."""
    assert "\ufffd" not in paper.reading.text
    assert paper.kind.headline(paper.content).casefold() in paper.reading.flowing.casefold()
    assert not any(NO_GLYPH.search(page) for page in paper.reading.drawings)


@check(60)
def the_file_tells_title_and_language_and_nobodys_name(paper: Specimen) -> None:
    """The file has title, number and language; no author, no day, no path."""
    info, issue = paper.reading.info, paper.content.get("issue") or {}
    if paper.form is Form.FINAL and paper.kind.issued:
        assert issue["number"] in info["Title"]
    assert paper.text.get("subject", str(paper.text.get("year"))) in info["Title"]
    assert not {"Author", "Creator", "CreationDate", "ModDate", "Keywords"} & set(info)
    assert paper.reading.language == "id"
    for leak in (str(Path.home()), str(box.ROOT), "siklus-render-"):
        assert leak.encode() not in paper.reading.pdf
