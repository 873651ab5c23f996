"""A copy says what the original says, and who certifies it; an excerpt says it of one village only."""

import copy
from collections.abc import Callable

import pytest

from documents.content import Content
from documents.errors import ContentError
from documents.forms import Form
from documents.kinds import find
from tests.documents.conftest import printed, sample_paper

SALINAN, PETIKAN = "salinan@1", "petikan@1"
CERTIFIED = "KEPALA BAGIAN HUKUM,"


def test_the_word_stands_upper_right_on_the_first_page_only() -> None:
    first, *others = sample_paper(SALINAN, 15, Form.FINAL).pages
    assert first.lines[0].text == "SALINAN"
    assert first.lines[0].x0 > 0.6 * first.width
    assert not [page for page in others if "SALINAN" in page.text]


def test_certification_stands_left_of_and_below_the_originals_signature() -> None:
    last = sample_paper(SALINAN, 15, Form.FINAL).pages[-1]
    line = next(line for line in last.lines if line.text == CERTIFIED)
    assert line.x0 < 0.2 * last.width
    assert line.y0 > next(line.y0 for line in last.lines if line.text == "ttd")


def test_an_excerpt_has_the_addressed_row_alone_under_its_number() -> None:
    """Check 54."""
    content = {**find(PETIKAN).sample(15), "row": 7}
    paper = printed(content)
    rows = [line.text for page in paper.pages for line in page.lines if "99.01." in line.text]
    assert rows == ["7 Contoh Tengah 1 Contoh 7 Sejahtera 7 99.01.01.2007"]
    text = paper.flowing
    assert "PETIKAN KEPUTUSAN BUPATI CONTOH BARAT NOMOR B/100/KPTS/III.06/2024 TENTANG" in text
    assert "Menimbang : dst. Mengingat : dst. Memperhatikan : dst. MEMUTUSKAN: Menetapkan :" in text
    assert f"KESATU : {content['original']['clauses'][0]}." in text
    assert "KEDUA : dst. Ditetapkan di Contoh Kota pada tanggal 6 Mei 2024" in text
    assert f"ttd CONTOH BUPATI Petikan sesuai dengan aslinya, {CERTIFIED}" in text
    assert "JUMLAH" not in text
    assert "Tembusan" not in text


@pytest.mark.parametrize("template", [SALINAN, PETIKAN])
def test_a_draft_copy_names_the_office_and_nobody(template: str) -> None:
    paper = printed({**find(template).sample(3), "issue": None}, Form.DRAFT)
    assert CERTIFIED in paper.text
    assert "Contoh Kepala Bagian Hukum" not in paper.text
    assert paper.pages[0].watermark == "ADFR"
    assert "NOMOR B/100/KPTS/III.06/2024" in paper.text


def test_a_copy_takes_paper_and_margins_from_its_original() -> None:
    content = copy.deepcopy(find(SALINAN).sample(2))
    content["original"]["page"] = {"size": "A4"}
    assert round(printed(content).pages[0].height) == 842


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda c: c.update(row=99), "row: nomor urut 99 tidak ada"),
        (lambda c: c.update(office={}), "office.title"),
        (lambda c: c["original"].update(issue=None), "original: isi keputusan yang telah ditetapkan"),
        (lambda c: c["original"]["issue"].update(number=""), "original.issue.number: belum diisi"),
        (lambda c: c["original"].update(clauses=[]), "original: clauses: belum diisi"),
        (lambda c: c["issue"].update(number="8"), "issue.number: “8” berbeda dari aslinya"),
    ],
)
def test_a_copy_of_something_else_is_refused(change: Callable[[Content], object], told: str) -> None:
    content = copy.deepcopy(find(PETIKAN).sample(3))
    change(content)
    with pytest.raises(ContentError, match=told):
        find(PETIKAN).check(content)
