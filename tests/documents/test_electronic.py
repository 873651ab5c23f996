"""A paper that will be signed electronically shows it, and no other does (documents.md 2.5; checks 10, 11, 13)."""

import copy

import pytest

from documents import box
from documents.checks import examine
from documents.content import Content
from documents.errors import AssetRefused, ContentError, PaperUnsound
from documents.families import PRODUK_HUKUM
from documents.forms import Form
from documents.kinds import all_kinds, find
from documents.render import Paper, attached, pdf_of
from tests.documents.conftest import BUPATI, printed
from tests.documents.reading import MM, poppler
from workflows.core.canonical import normal

ADDRESS = "https://siklus.contoh.go.id/v/0123456789abcdef0123456789abcdef"
KINDS = [template for template, kind in all_kinds().items() if kind.family is PRODUK_HUKUM]
SAID = "Ditandatangani secara elektronik oleh:"
FOOTER = "Ditandatangani dengan sertifikat contoh"


def electronic(template: str, rows: int = 3) -> Content:
    content = copy.deepcopy(find(template).sample(rows))
    content["issue"] |= {"signature": "tte", "verify_url": ADDRESS}
    return content | {"footer": FOOTER}


def pictures(pdf: bytes) -> list[tuple[int, float]]:
    """Page and width in millimetres of each."""
    rows = [row.split() for row in poppler("pdfimages", pdf, "-list", "-").splitlines()[2:]]
    return [(int(row[0]), int(row[3]) / float(row[12]) * 25.4) for row in rows]


@pytest.mark.parametrize("template", KINDS)
def test_each_signature_has_its_block_and_every_page_the_footer(template: str) -> None:
    content = electronic(template)
    paper = printed(content)
    blocks = [number for number, page in enumerate(paper.pages, start=1) for line in page.lines if SAID in line.text]
    assert len(blocks) == 1 + (0 if "original" in content else len(content.get("annexes", [])))
    assert [page for page, _ in pictures(paper.pdf)] == blocks
    assert all(width >= 20 for _, width in pictures(paper.pdf))
    for page in paper.pages:
        (line,) = [line for line in page.all_lines if FOOTER in line.text]
        assert line.y0 > page.height - 25 * MM
    lines = content["issue"]["signatory"]["lines"]
    assert f"{SAID} {lines[-1]} {content['issue']['signatory']['name']}".casefold() in paper.flowing.casefold()
    assert "belum bertanda tangan" not in paper.text


def test_the_footer_and_the_word_contoh_stay_on_the_paper_in_a_narrow_margin() -> None:
    narrow = {"margins": {"top": 15, "right": 10, "bottom": 12, "left": 10}}
    for page in printed({**electronic(BUPATI), "page": narrow}).pages:
        for words in (FOOTER, "CONTOH – bukan naskah resmi"):
            (line,) = [line for line in page.all_lines if words in line.text]
            assert page.height - 12 * MM < line.y0 < page.height - 4 * MM


def test_a_code_without_address_fails_the_job() -> None:
    content = electronic(BUPATI)
    del content["issue"]["verify_url"]
    with pytest.raises(ContentError, match="issue.verify_url"):
        box.render(BUPATI, content, Form.FINAL)


def test_a_template_with_a_code_that_the_paper_has_not_fails_the_job() -> None:
    kind, content = find(BUPATI), electronic(BUPATI)
    with pytest.raises(AssetRefused, match="asset:qr"):
        pdf_of(kind.page(content, Form.FINAL), kind.print_style(content), kind.family.fonts)


def test_a_paper_that_lost_its_code_gets_no_name_in_the_archive() -> None:
    content = normal(electronic(BUPATI))
    paper = box.render(BUPATI, content, Form.FINAL)
    attachment = attached(content, Form.FINAL)
    examine(paper, PRODUK_HUKUM.font, [], attachment)
    with pytest.raises(PaperUnsound, match="memuat 2 gambar"):
        examine(Paper(paper.pdf, paper.pages, paper.pictures + 1), PRODUK_HUKUM.font, [], attachment)
