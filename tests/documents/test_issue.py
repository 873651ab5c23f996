"""From a snapshot in the database to a paper in the archive, once."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from pytest_django.fixtures import Settings

from documents import archive, box
from documents.errors import ContentError, NotDecided, PaperUnsound
from documents.forms import Form
from documents.issue import paper_for
from documents.kinds import find
from documents.ledger.sealing import seal
from documents.models import Document
from documents.verify import verify_archive, verify_file, write_beside, write_trust
from tests.documents.conftest import BUPATI
from tests.documents.reading import Reading
from workflows.core.canonical import fingerprint
from workflows.core.models import File, JournalEntry, Snapshot
from workflows.organisation.models import Mandate, Office, Person, Region

pytestmark = pytest.mark.django_db

ISSUE = find(BUPATI).sample(1)["issue"]


@pytest.fixture(autouse=True)
def _archive_of_the_test(tmp_path: Path, settings: Settings) -> None:
    settings.ARCHIVE_DIR, settings.MEDIA_ROOT = tmp_path / "archive", tmp_path / "attachments"


@pytest.fixture
def snapshot() -> Snapshot:
    return freeze(find(BUPATI).sample(3) | {"issue": None})


def freeze(content: dict) -> Snapshot:
    region = Region.objects.create(level="province", kind="provinsi", name="Contoh", zone="Asia/Jakarta", path="1/")
    office = Office.objects.create(role="regent", region=region)
    person = Person.objects.create(username="contoh", name="Contoh Bupati")
    mandate = Mandate.objects.create(office=office, person=person, capacity="definitif", since=date(2024, 1, 1))
    file = File.objects.create(
        kind="decree", title="Contoh", region=region, zone=region.zone, office=office, drafted_by=person, example=True
    )
    entry = JournalEntry.objects.create(
        act="decree.submit", on=date(2024, 4, 1), person=person, office=office, mandate=mandate
    )
    return Snapshot.objects.create(
        file=file, number=1, content=content, sha256=fingerprint(content), parts={}, template=BUPATI, entry=entry
    )


def test_a_final_paper_is_archived_with_its_facts(snapshot: Snapshot) -> None:
    document = paper_for(snapshot, "final", ISSUE)
    assert (document.number, document.dated, document.pages) == ("B/100/KPTS/III.06/2024", date(2024, 5, 6), 3)
    assert archive.path_for(document.file_path.read_bytes()) == document.path
    assert document.size == document.file_path.stat().st_size
    assert "NOMOR B/100/KPTS/III.06/2024" in Reading(document.file_path.read_bytes()).text


def test_asking_twice_renders_once(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    first = paper_for(snapshot, Form.FINAL, ISSUE)
    monkeypatch.delattr(box, "render")
    assert paper_for(snapshot, Form.FINAL, ISSUE) == first
    assert Document.objects.count() == 1


def test_a_lost_file_is_made_again_from_the_snapshot(snapshot: Snapshot) -> None:
    first = paper_for(snapshot, Form.FINAL, ISSUE)
    first.file_path.unlink()
    assert paper_for(snapshot, Form.FINAL, ISSUE) == first
    assert first.file_path.is_file()


def test_each_form_shows_no_more_than_it_should(snapshot: Snapshot) -> None:
    texts = {form: Reading(paper_for(snapshot, form, ISSUE).file_path.read_bytes()).text for form in Form}
    assert ["B/100" in texts[form] for form in Form] == [False, False, True]
    assert ["6 Mei 2024" in texts[form] for form in Form] == [False, False, True]
    assert ["CONTOH BUPATI" in texts[form] for form in Form] == [False, True, True]
    assert fingerprint(snapshot.content)[:8] in str(Reading(_pdf(snapshot, Form.DRAFT)).pages[0].all_lines[0].text)


def _pdf(snapshot: Snapshot, form: Form) -> bytes:
    return paper_for(snapshot, form).file_path.read_bytes()


def test_without_a_decision_there_is_no_final_paper_and_nothing_is_recorded(snapshot: Snapshot) -> None:
    for form in (Form.INK, Form.FINAL):
        with pytest.raises(NotDecided):
            paper_for(snapshot, form)
    assert not Document.objects.exists()


def test_content_that_cannot_be_printed_records_nothing() -> None:
    with pytest.raises(ContentError):
        paper_for(freeze(find(BUPATI).sample(3) | {"clauses": []}), Form.DRAFT)
    assert not Document.objects.exists()


def test_a_paper_that_fails_its_checks_is_neither_stored_nor_recorded(
    snapshot: Snapshot, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = box.render(BUPATI, find(BUPATI).sample(1) | {"subject": "Lain"}, Form.FINAL)
    monkeypatch.setattr(box, "render", lambda *arguments: paper)
    with pytest.raises(PaperUnsound):
        paper_for(snapshot, Form.FINAL, ISSUE)
    assert not Document.objects.exists()
    assert not settings.ARCHIVE_DIR.exists()


def test_the_database_knows_that_a_final_paper_has_number_and_date(snapshot: Snapshot) -> None:
    document = paper_for(snapshot, Form.FINAL, ISSUE)
    document.pk, document.number, document.content_sha256 = None, "", "0" * 64
    with pytest.raises(IntegrityError, match="document_final_is_numbered_and_dated"), transaction.atomic():
        document.save(force_insert=True)


def test_a_copy_beside_its_snapshot_verifies_without_the_archive(snapshot: Snapshot, tmp_path: Path) -> None:
    document = paper_for(snapshot, Form.FINAL, ISSUE)
    seal()
    pdf = write_beside(document, tmp_path / "out")
    write_trust(tmp_path / "out")
    assert pdf.name == "keputusan_bupati_B-100-KPTS-III-06-2024_final.pdf"
    verdict = verify_file(pdf)
    assert verdict.ok
    assert "belum bertanda tangan elektronik" in verdict.signature


def test_the_archive_is_verified_and_one_flipped_bit_is_found(snapshot: Snapshot) -> None:
    documents = [paper_for(snapshot, form, ISSUE) for form in Form]
    assert [verdict.ok for verdict in verify_archive()] == [True, True, True]
    call_command("verify_documents", verbosity=0)
    flip_a_bit(documents[1].file_path)
    documents[2].file_path.unlink()
    assert [verdict.ok for verdict in verify_archive()] == [True, False, False]
    with pytest.raises(CommandError, match="2 temuan"):
        call_command("verify_documents", verbosity=0)


def flip_a_bit(path: Path) -> None:
    pdf = bytearray(path.read_bytes())
    pdf[len(pdf) // 2] ^= 1
    path.write_bytes(pdf)
