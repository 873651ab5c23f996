"""*Cetak*: the papers one may see as one file for the printer, nothing of it kept."""

import subprocess
from io import BytesIO

import pikepdf
import pytest

from documents import archive
from documents.forms import Form
from documents.models import Document
from tests.backend.pages.decrees import as_official
from tests.decree_world import DecreeWorld, build_decree_world
from tests.documents.conftest import BUPATI, sample_paper
from tests.documents.reading import Reading
from tests.ground import Ground, ground_of

ground = ground_of(build_decree_world)


@pytest.fixture
def world(db: None, ground: Ground, settings, tmp_path) -> DecreeWorld:
    settings.ARCHIVE_DIR = tmp_path
    return ground()


def archived(decree, number, signature="ink", form="final", rows=1):
    """A paper of a decree in the archive; its bytes are a sample's."""
    pdf = sample_paper(BUPATI, rows, Form.FINAL).pdf
    path = archive.store(pdf)
    issue = {"signature": signature, "verify_url": "https://contoh.example/v/contoh"}
    return Document.objects.create(
        file=decree.file, snapshot=decree.file.snapshots.get(), kind="keputusan_bupati", template=BUPATI, form=form,
        content={"issue": issue}, content_sha256=f"{number}{form}", sha256=path[3:-4], size=len(pdf), pages=3, number=number,
        dated="2024-03-04", path=path,
    )  # fmt: skip


@pytest.fixture
def papers(world):
    """Two papers of one decree: signed in ink, and electronically."""
    decree = world.issued()
    return archived(decree, "1 TAHUN 2024"), archived(decree, "2 TAHUN 2024", signature="tte", form="signed")


def order(*papers, **more):
    return {"naskah": [paper.pk for paper in papers], "kertas": "asli", "rangkap": "1"} | more


def pages_of(answer):
    with pikepdf.open(BytesIO(b"".join(answer.streaming_content))) as pdf:
        return [round(float(page.mediabox[3])) for page in pdf.pages]


def test_of_a_signed_paper_only_the_signed_one_is_offered_and_the_file_s_own_is_ticked(world, papers):
    final, signed = papers[1], papers[1].pk
    final.pk, final.form = None, "final"
    final.save()
    budi = as_official(world, "budi", "legal")
    shown = budi.get(f"/cetak/?berkas={final.file_id}").context
    offered = [(paper.number, paper.form) for paper, _title in shown["papers"]]
    assert offered == [("1 TAHUN 2024", "final"), ("2 TAHUN 2024", "signed")]
    assert shown["ticked"] == {signed}


def test_three_originals_on_a4_as_a_download(world, papers):
    budi = as_official(world, "budi", "legal")
    answer = budi.post("/cetak/", order(papers[0], kertas="a4", rangkap="3"))
    assert answer["Content-Disposition"] == 'attachment; filename="cetak.pdf"'
    once = pages_of(budi.post("/cetak/", order(papers[0])))
    assert set(once) == {935}
    assert pages_of(answer) == [842] * 3 * len(once)


def test_many_in_one_job_each_begins_in_front(world, papers):
    budi = as_official(world, "budi", "legal")
    pages = len(pages_of(budi.post("/cetak/", order(papers[0]))))
    both = pages_of(budi.post("/cetak/", order(*papers, bolak_balik="on")))
    assert len(both) == 2 * (pages + pages % 2)


def test_only_what_was_signed_electronically_says_that_the_print_is_a_copy(world, papers):
    budi = as_official(world, "budi", "legal")
    ink, electronic = (words_of(budi.post("/cetak/", order(paper))) for paper in papers)
    note = {"Cetakan", "salinan;", "https://contoh.example/v/contoh"}
    assert note & ink == set()
    assert note <= electronic


def words_of(answer):
    """All words, those along the edge too."""
    command = ["pdftotext", "-", "-"]
    pdf = b"".join(answer.streaming_content)
    return set(subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode().split())


def test_the_control_sheet_lies_beside_the_archive_copy(world, papers):
    answer = as_official(world, "budi", "legal").post("/cetak/", order(papers[0], kendali="on"))
    text = Reading(b"".join(answer.streaming_content)).text
    assert "LEMBAR KENDALI" in text
    assert "Hadi" in text


def test_drafts_are_listed_beside_their_own_file_only(world, papers):
    draft = archived(papers[0].file.decree, "", form="draft")
    budi = as_official(world, "budi", "legal")
    listed = lambda query: {paper.pk for paper, _title in budi.get(f"/cetak/{query}").context["papers"]}  # noqa: E731
    assert listed("") == {paper.pk for paper in papers}
    assert listed(f"?berkas={papers[0].file_id}") == {draft.pk, *(paper.pk for paper in papers)}
    assert listed("?cari=2+TAHUN") == {papers[1].pk}


@pytest.mark.parametrize("wrong", [{"naskah": []}, {"rangkap": "0"}, {"rangkap": "21"}, {"kertas": "A3"}])
def test_what_cannot_be_printed_is_said(world, papers, wrong):
    assert as_official(world, "budi", "legal").post("/cetak/", order(papers[0]) | wrong).status_code == 422


def test_a_paper_missing_from_the_archive_is_said(world, papers):
    papers[0].file_path.unlink()
    answer = as_official(world, "budi", "legal").post("/cetak/", order(papers[0]))
    assert answer.status_code == 422
    assert "tidak ada di arsip" in answer.content.decode()


def test_foreign_papers_do_not_exist(world):
    paper = archived(world.walked(villages=[0]), "1 TAHUN 2024")
    eko = as_official(world, "eko")
    assert eko.get("/cetak/").context["papers"] == []
    assert eko.post("/cetak/", order(paper)).status_code == 404
    assert eko.post("/cetak/", order(paper) | {"naskah": ["999999999999"]}).status_code == 404
