"""Layout in the cases that samples do not show: long names, many or few annexes, several lines of office."""

import base64
import copy
from io import BytesIO

import pytest
from PIL import Image

from documents.errors import ContentError
from documents.forms import Form
from documents.kinds import find
from tests.documents.conftest import BUPATI, KADES, printed, sample_paper
from tests.documents.reading import MM, poppler

LONG = "Persiapan Kecamatan Kepulauan Penguajian Sungai Raya Ambawang Hulu"


def test_a_row_never_splits_over_pages() -> None:
    """Each row's first and last words stand on the same page."""
    content = find(BUPATI).sample(40)
    for row in content["annexes"][0]["rows"]:
        row["note"] = f"awal{row['no']} {'x ' * 40} akhir{row['no']}"
    pages = [page.text.split() for page in printed(content).pages]
    for number in range(1, 41):
        first, last = (
            [page for page in range(len(pages)) if f"{end}{number}" in pages[page]] for end in ("awal", "akhir")
        )
        assert first == last
        assert len(first) == 1


def test_a_single_consideration_carries_no_letter() -> None:
    text = printed({**find(BUPATI).sample(1), "considerations": ["bahwa satu saja"]}).flowing
    assert "Menimbang : bahwa satu saja; Mengingat" in text


def test_three_annexes_are_numbered_in_roman() -> None:
    content = copy.deepcopy(find(KADES).sample(5))
    content["annexes"].append({**content["annexes"][1], "title": "Lain"})
    firsts = [page.lines[0].text for page in printed(content).pages if page.lines[0].text.startswith("LAMPIRAN")]
    assert firsts == ["LAMPIRAN I", "LAMPIRAN II", "LAMPIRAN III"]


def test_a_decree_without_annex_or_copies_is_complete() -> None:
    text = printed({**find(KADES).sample(1), "annexes": [], "copies_to": []}).flowing
    assert "LAMPIRAN" not in text
    assert "Tembusan" not in text
    assert text.endswith("CONTOH KEPALA DESA")


def test_roster_by_office_leaves_out_the_column_of_names() -> None:
    content = find(KADES).sample(5)
    for member in content["annexes"][0]["members"]:
        member["name"] = None
    head = next(line.text for page in printed(content).pages for line in page.lines if line.text.startswith("NO "))
    assert "NAMA" not in head


def test_u_b_without_a_n_is_refused() -> None:
    content = copy.deepcopy(find(BUPATI).sample(1))
    content["issue"]["signatory"]["lines"] = ["u.b.", "ASISTEN PEMERINTAHAN"]
    with pytest.raises(ContentError, match="“u.b.” hanya boleh ditulis setelah “a.n.”"):
        find(BUPATI).check(content)


def test_each_villages_roster_starts_a_page_under_its_letter() -> None:
    content = copy.deepcopy(find(KADES).sample(5))
    members = content["annexes"][0].pop("members")
    content["annexes"][0]["groups"] = [{"name": f"Pekon Contoh {n}", "members": members} for n in range(1, 29)]
    pages = [page for page in printed(content).pages if any(line.text.startswith("NO NAMA") for line in page.lines)]
    captions = [next(line.text for line in page.lines if ". PEKON" in line.text) for page in pages]
    assert captions[:2] == ["A. PEKON CONTOH 1", "B. PEKON CONTOH 2"]
    assert captions[25:] == ["Z. PEKON CONTOH 26", "AA. PEKON CONTOH 27", "AB. PEKON CONTOH 28"]
    assert [page.lines[0].text == "LAMPIRAN I" for page in pages] == [True] + [False] * 27


def test_a_roster_by_bidang_says_so() -> None:
    content = copy.deepcopy(find(KADES).sample(7))
    for annex in content["annexes"]:
        annex["unit"] = "Bidang"
    text = printed(content).flowing
    assert "Koordinator Bidang Keagamaan" in text
    assert "NO BIDANG URAIAN TUGAS" in text
    assert "Seksi" not in text


@pytest.mark.parametrize("lines", range(1, 5))
@pytest.mark.parametrize("words", range(30, 60, 10))
def test_a_long_item_breaks_over_pages_instead_of_leaving_a_gap(lines: int, words: int) -> None:
    """Page 1 is filled to within the height of MEMUTUSKAN and what must follow it, whatever the title's length."""
    content = copy.deepcopy(find(BUPATI).sample(1))
    content["subject"] = " ".join(["Penetapan Kampung Keluarga Berkualitas di Kabupaten Contoh"] * lines)
    content["bases"][-1] += " dan seterusnya dengan banyak kata" * words
    first = printed(content).pages[0]
    assert max(word.y1 for line in first.lines for word in line.words) > first.height - (25 + 31) * MM


def test_unsigned_is_said_on_every_signature_and_ink_leaves_room() -> None:
    content = find(BUPATI).sample(3)
    note = "- belum bertanda tangan elektronik -"
    assert printed(content).text.count(note) == 2
    assert note not in printed(content, Form.INK).text
    inked = {**content, "issue": {**content["issue"], "signature": "ink"}}
    assert note not in printed(inked).text


@pytest.mark.parametrize(("width", "height"), [(4, 4), (40, 4), (4, 40)])
def test_an_emblem_keeps_its_shape_and_its_room(width: int, height: int) -> None:
    picture = base64.b64encode(_grey_png(width, height)).decode()
    paper = printed({**find(BUPATI).sample(1), "lambang": picture})
    (row,) = (line.split() for line in poppler("pdfimages", paper.pdf, "-list", "-").splitlines()[2:])
    across, up = int(row[3]) / float(row[12]), int(row[4]) / float(row[13])
    assert across / up == pytest.approx(width / height, rel=0.3)  # poppler tells whole dots per inch
    assert up * 25.4 < 26
    assert across * 25.4 < 66
    assert paper.pages[0].lines[0].y0 == pytest.approx(sample_paper(BUPATI, 1, Form.FINAL).pages[0].lines[0].y0)


def _grey_png(width: int, height: int) -> bytes:
    png = BytesIO()
    Image.new("L", (width, height), 128).save(png, "PNG")
    return png.getvalue()
