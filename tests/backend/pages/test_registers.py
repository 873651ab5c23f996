"""A register as page, table and printed book."""

import pytest

from documents.models import Document
from tests.backend.pages.decrees import as_official
from tests.decree_world import DecreeWorld, build_decree_world
from tests.documents.reading import Reading
from tests.ground import Ground, ground_of
from tests.letter_world import build_letter_world
from workflows.core.door import perform
from workflows.decrees.models import Series
from workflows.routes.models import Assignment

ground = ground_of(build_decree_world)


@pytest.fixture
def world(db: None, ground: Ground) -> DecreeWorld:
    return ground()


@pytest.fixture
def register(world):
    """Number 1 is issued, 2 is void."""
    world.issued(villages=[0], subject="=Penetapan Contoh")
    decree = world.walked(villages=[1], effects=[])
    world.decide(decree)
    step = Assignment.objects.get(file=decree.pk, kind="sign", state="approved")
    perform(Assignment.withdraw_decision, step, by=world.by("citra"), reason="Diktum keliru.")
    return Series.objects.get(doc_class="keputusan_bupati")


def test_the_page_shows_every_column_and_state(world, register):
    page = as_official(world, "budi", "legal").get(f"/register/{register.pk}/").content.decode()
    for words in ("1 TAHUN 2024", "Kepala Perangkat Daerah KB", "CONTOH CITRA", "batal: Diktum keliru.", "dimulai dari nomor 1"):
        assert words in page


def test_one_year_and_one_state_can_be_chosen_and_nonsense_narrows_nothing(world, register):
    budi = as_official(world, "budi", "legal")
    texts = lambda query: [line.text for line in budi.get(f"/register/{register.pk}/?{query}").context["lines"]]  # noqa: E731
    assert texts("keadaan=void") == ["2 TAHUN 2024"]
    assert texts("tahun=2024") == texts("tahun=abc&keadaan=x") == texts("tahun=1999") == ["2 TAHUN 2024", "1 TAHUN 2024"]


def test_the_table_opens_in_a_spreadsheet_and_computes_nothing(world, register):
    answer = as_official(world, "budi", "legal").get(f"/register/{register.pk}/register.csv?tahun=2024")
    table = b"".join(answer.streaming_content)
    assert table.startswith(b"\xef\xbb\xbf")
    header, first, second = table.decode("utf-8-sig").splitlines()
    assert header.split(";")[:3] == ["Nomor", "Tanggal", "Tentang"]
    assert first.split(";")[:3] == ["1 TAHUN 2024", "2024-03-04", "'=Penetapan Contoh"]
    assert second.endswith(";batal;batal: Diktum keliru.")


def test_the_year_as_a_printed_book(world, register):
    answer = as_official(world, "budi", "legal").get(f"/register/{register.pk}/buku.pdf?tahun=2024")
    paper = Reading(b"".join(answer.streaming_content))
    assert "BUKU REGISTER KEPUTUSAN" in paper.text
    assert answer["Content-Disposition"].endswith('register-bupati-contoh-raya-keputusan_bupati-2024.pdf"')


def test_what_is_foreign_does_not_exist(world, register):
    eko = as_official(world, "eko")
    for path in ("", "register.csv", "buku.pdf"):
        assert eko.get(f"/register/{register.pk}/{path}").status_code == 404


def test_letters_have_their_book_too_but_no_printed_one_of_decrees(db):
    world = build_letter_world()
    letter = world.minutes(world.draft())
    world.issue(letter, world.by("fitri"))
    kartika, book = as_official(world, "kartika"), Series.objects.get(doc_class="berita_acara")
    [line] = kartika.get(f"/register/{book.pk}/").context["lines"]
    assert (line.text, line.signatory) == ("01/BA/03/2024", "KEPALA DESA CONTOH SATU, Contoh Fitri")
    assert kartika.get(f"/register/{book.pk}/buku.pdf").status_code == 404
    listed = kartika.get(f"/cetak/?berkas={letter.concerns_id}")
    assert listed.context["papers"] == []
    snapshot = letter.file.snapshots.get()
    paper = Document.objects.create(
        file=letter.file, snapshot=snapshot, kind="berita_acara", template=snapshot.template, form="final", content={},
        content_sha256="x", sha256="ef" * 32, size=1, pages=1, number=line.text, dated=line.day, path="ef/x.pdf",
    )  # fmt: skip
    listed = kartika.get(f"/cetak/?berkas={letter.concerns_id}")
    assert [one for one, _title in listed.context["papers"]] == [paper]
