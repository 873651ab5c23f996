"""Print jobs, read back by poppler and pikepdf: order, originals, front pages, and A4 without anything cut off."""

import subprocess
from io import BytesIO
from re import findall

import pikepdf
import pytest

from documents.forms import Form
from documents.printing import Item, Order, print_job
from documents.printing.job import TooMuchToPrint
from tests.documents.conftest import BUPATI, KADES, sample_paper

F4, A4 = (609.45, 935.43), (595.28, 841.89)


def printed(*items: Item, **order) -> pikepdf.Pdf:
    written = BytesIO()
    assert print_job(items, Order(**order), written) > 0
    return pikepdf.open(written)


def sizes(pdf: pikepdf.Pdf) -> set[tuple[float, float]]:
    return {(round(float(page.mediabox[2]), 1), round(float(page.mediabox[3]), 1)) for page in pdf.pages}


def words_on(pdf: pikepdf.Pdf, page: int, *options: str) -> str:
    written = BytesIO()
    pdf.save(written)
    command = ["pdftotext", "-f", str(page), "-l", str(page), *options, "-", "-"]
    return subprocess.run(command, input=written.getvalue(), capture_output=True, check=True).stdout.decode()


@pytest.fixture(scope="module")
def long() -> bytes:
    """Of 136 villages: an odd number of pages."""
    return sample_paper(BUPATI, 136, Form.FINAL).pdf


@pytest.fixture(scope="module")
def short() -> bytes:
    return sample_paper(KADES, 1, Form.FINAL).pdf


def count(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def test_f4_stays_f4(short):
    job = printed(Item(short))
    assert sizes(job) == {(609.4, 935.4)}
    assert len(job.pages) == count(short)


def box_of_words(html: str) -> list[tuple[float, float, float, float]]:
    return [
        tuple(map(float, found))
        for found in findall(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)"', html)
    ]


def test_on_a4_each_page_is_smaller_centred_and_whole(long):
    plain, small = printed(Item(long)), printed(Item(long), on_a4=True)
    assert sizes(small) == {(595.3, 841.9)}
    scale = A4[1] / F4[1]
    across = (A4[0] - F4[0] * scale) / 2
    for page in (1, len(plain.pages)):
        assert words_on(small, page).split() == words_on(plain, page).split()
        before, after = (box_of_words(words_on(job, page, "-bbox")) for job in (plain, small))
        for old, new in zip(before, after, strict=True):
            assert new[0] == pytest.approx(old[0] * scale + across, abs=0.5)
            assert new[1] == pytest.approx(old[1] * scale, abs=0.5)
            assert new[0] > 0
            assert new[2] < A4[0]


def test_a_lying_page_lies_on_a4_and_a_small_one_is_not_enlarged():
    with pikepdf.new() as source:
        source.add_blank_page(page_size=(935, 609))
        source.add_blank_page(page_size=(200, 300))
        written = BytesIO()
        source.save(written)
    job = printed(Item(written.getvalue()), on_a4=True)
    assert [tuple(round(float(side)) for side in page.mediabox[2:]) for page in job.pages] == [(842, 595), (595, 842)]


def test_three_originals_follow_each_other_and_cost_little_more_than_one(short):
    one, three = printed(Item(short)), printed(Item(short), copies=3)
    pages = count(short)
    assert len(three.pages) == 3 * pages
    assert words_on(three, pages + 1) == words_on(one, 1)
    assert size_of(three) < 1.2 * size_of(one)


def size_of(pdf: pikepdf.Pdf) -> int:
    written = BytesIO()
    pdf.save(written)
    return len(written.getvalue())


def test_on_both_sides_every_document_and_every_original_begins_in_front(long, short):
    items = [Item(long), Item(short), Item(long)]
    job = printed(*items, duplex=True, copies=2)
    starts = [
        page
        for page in range(1, len(job.pages) + 1)
        if words_on(job, page).startswith(("BUPATI", "KEPALA DESA", "PERATIN"))
    ]
    assert len(starts) == 6
    assert {page % 2 for page in starts} == {1}
    assert len(job.pages) == sum(2 * (count(item.pdf) + count(item.pdf) % 2) for item in items)


def test_many_papers_become_one_job_in_their_order(short):
    job = printed(*[Item(short, note=f"Lembar {n}") for n in range(1, 137)])
    pages = count(short)
    assert len(job.pages) == 136 * pages
    assert "Lembar 1\n" in words_on(job, 1)
    assert "Lembar 136" in words_on(job, 136 * pages)


def test_a_note_stands_on_every_page_and_no_text_is_lost(short):
    note = "Cetakan dari dokumen elektronik (salinan) \\ contoh"
    job = printed(Item(short, note=note))
    for page in range(1, count(short) + 1):
        before, after = words_on(printed(Item(short)), page).split(), words_on(job, page).split()
        assert sorted(after) == sorted([*before, *note.split()])
        assert min(word[0] for word in box_of_words(words_on(job, page, "-bbox"))) > 10  # points from the edge


def test_the_archived_file_stays_as_it_is(short, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(short)
    printed(Item(path, note="Salinan"), on_a4=True)
    assert path.read_bytes() == short


def test_a_job_has_its_limit(monkeypatch, short):
    monkeypatch.setattr("documents.printing.job.MOST_PAGES", 3)
    with pytest.raises(TooMuchToPrint, match="sebagian-sebagian"):
        printed(Item(short), Item(short))


def test_what_is_no_longer_in_the_archive_is_no_blank_page(tmp_path):
    with pytest.raises(FileNotFoundError):
        printed(Item(tmp_path / "hilang.pdf"))
