"""Every kind of naskah dinas in every form against what a reader of the paper must find (documents.md 2.5, 2.6, 2.8)."""

import re

import pytest

from documents.content import Content
from documents.families.edges import SIGNED
from documents.families.geometry import SIZES, page_of
from documents.forms import Form
from documents.kinds import all_kinds, find
from tests.documents.conftest import printed, sample_paper
from tests.documents.reading import MM

KINDS = [template for template, kind in all_kinds().items() if kind.family.name == "naskah_dinas"]
REGISTERS = ("buku_a2@1", "buku_keputusan@1")
LETTERS = [template for template in KINDS if template not in REGISTERS]
ISSUED = [template for template in LETTERS if find(template).issued]
PAPERS = [(template, form) for template in KINDS for form in Form]


@pytest.mark.parametrize(("template", "form"), PAPERS, ids=str)
def test_paper_and_margins_are_the_kinds_own(template: str, form: Form) -> None:
    page = page_of(find(template).sample(3), find(template).usual_page)
    width, height = sorted(SIZES[page["size"]], reverse=page["landscape"])
    margins = {side: width * MM for side, width in page["margins"].items()}
    for sheet in sample_paper(template, 3, form).pages:
        assert (round(sheet.width), round(sheet.height)) == (round(width * MM), round(height * MM))
        for line in sheet.lines:
            assert line.x0 > margins["left"] - 1, line
            assert line.x1 < sheet.width - margins["right"] + 1, line
            assert margins["top"] - 4 < line.y0 < sheet.height - margins["bottom"], line


@pytest.mark.parametrize(("template", "form"), PAPERS, ids=str)
def test_only_arials_metrics_and_sizes_for_reading(template: str, form: Form) -> None:
    paper = sample_paper(template, 3, form)
    assert "Liberation-Sans" in paper.fonts
    assert paper.fonts <= {"Liberation-Sans", "Liberation-Sans-Bold"}
    for number in range(len(paper.pages)):
        assert min(paper.sizes(number)) >= 8


@pytest.mark.parametrize("template", KINDS)
def test_pages_are_numbered_from_the_second_on_in_the_middle_of_the_top(template: str) -> None:
    paper = sample_paper(template, 40, Form.DRAFT)
    assert len(paper.pages) > 1
    assert not [line for line in paper.pages[0].all_lines if re.fullmatch(r"- \d+ -", line.text)]
    for order, page in enumerate(paper.pages[1:], start=2):
        (number,) = [line for line in page.all_lines if re.fullmatch(r"- \d+ -", line.text)]
        assert number.text == f"- {order} -"
        margins = page_of({}, find(template).usual_page)["margins"]
        assert abs(number.middle - (page.width + (margins["left"] - margins["right"]) * MM) / 2) < 2 * MM
        assert number.y0 < margins["top"] * MM
        assert len(page.lines) >= 3


@pytest.mark.parametrize(("template", "form"), PAPERS, ids=str)
def test_a_draft_says_so_on_every_page_and_no_other_form_does(template: str, form: Form) -> None:
    for page in sample_paper(template, 3, form).pages:
        lines = [line.text for line in page.all_lines]
        assert any(line.startswith("KONSEP — belum bernomor — rev. 1 — ") for line in lines) == (form is Form.DRAFT)
        assert page.watermark == ("ADFR" if form is Form.DRAFT else "")
        assert lines.count("CONTOH – bukan naskah resmi") == 1


@pytest.mark.parametrize(("template", "form"), [(kind, form) for kind in ISSUED for form in Form], ids=str)
def test_number_date_and_name_as_the_form_has_them(template: str, form: Form) -> None:
    """A berita acara tells the day of the meeting instead, and its parties are known before it is issued."""
    issue, text = find(template).sample(3)["issue"], sample_paper(template, 3, form).flowing
    by_parties = template == "berita_acara@1"
    assert (issue["number"] in text) == (form is Form.FINAL)
    assert ("9 September 2024" in text) == (form is Form.FINAL and not by_parties)
    assert (issue["signatory"]["name"] in text) == (form is not Form.DRAFT or by_parties)
    assert ("- belum bertanda tangan" in text) == (form is Form.FINAL)


@pytest.mark.parametrize("template", LETTERS)
def test_the_kop_opens_the_letter(template: str) -> None:
    content = find(template).sample(3)
    head = [*content["letterhead"]["lines"], content["letterhead"]["address"]]
    assert sample_paper(template, 3, Form.FINAL).flowing.startswith(" ".join(head))


@pytest.mark.parametrize("template", ISSUED)
def test_an_electronic_signature_has_its_footer_on_every_page(template: str) -> None:
    content = signed(find(template).sample(30))
    pages = printed(content).pages
    assert [SIGNED in page.text for page in pages] == [True] * len(pages)
    own = "Ditandatangani dengan sertifikat elektronik daerah."
    assert all(own in page.text for page in printed({**content, "footer": own}).pages)
    assert SIGNED not in printed(content, Form.INK).text


@pytest.mark.parametrize("rows", [1, 4, 7, 10, 13, 16, 19, 22, 25, 28])
@pytest.mark.parametrize("template", ISSUED)
def test_a_signature_is_never_alone_on_its_page(template: str, rows: int) -> None:
    """With the length of the body the closing block wanders over the page break."""
    content = find(template).sample(rows)
    paper = sample_paper(template, rows, Form.FINAL)
    parties = content["parties"] or [content["issue"]["signatory"]]
    opening = " ".join(parties[0]["lines"][0].split()[:2])
    page = paper.pages[-1]
    assert all(any(party["name"] in line.text for line in page.lines) for party in parties)
    assert next(order for order, line in enumerate(page.lines) if opening in line.text) >= 2
    assert all(len(page.lines) >= 3 for page in paper.pages)


@pytest.mark.parametrize("template", KINDS)
def test_the_file_tells_its_title_and_language(template: str) -> None:
    paper, content = sample_paper(template, 3, Form.FINAL), find(template).sample(3)
    number = (content.get("issue") or {}).get("number", "")
    assert number in paper.info["Title"]
    assert content.get("subject", str(content.get("year"))) in paper.info["Title"]
    assert paper.language == "id"
    assert not re.search(r"\d{16}", paper.text)
    assert "\ufffd" not in paper.text


def signed(content: Content) -> Content:
    issue = {**content["issue"], "signature": "tte", "verify_url": f"https://siklus.contoh.go.id/v/{'0a1b2c3d' * 4}"}
    return {**content, "issue": issue}
