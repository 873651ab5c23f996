"""A record of a meeting that two parties sign electronically, one after the other, as far as whoever checks it later."""

from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pyhanko.pdf_utils.reader import PdfFileReader
from pytest_django import Settings

from documents.ledger.sealing import seal
from documents.models import Document
from documents.signing import chosen
from documents.signing.judge import judge
from documents.verify.beside import receipt_beside, write_beside, write_trust
from tests.decree_world import fresh
from tests.letter_world import LetterWorld, build_letter_world
from tests.worker.test_papers_of_decrees import make_papers
from worker.signing import bytes_to_sign, sign
from workflows.letters.models import Letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> LetterWorld:
    return build_letter_world()


@pytest.fixture
def minutes(world: LetterWorld, settings: Settings, tmp_path: Path) -> Letter:
    """Issued, its paper made: the head is to sign, then his secretary."""
    settings.SIGNER, settings.LOCAL_SIGNER_DIR, settings.ARCHIVE_DIR = "local", tmp_path / "signing", tmp_path / "archive"
    settings.BASE_URL = "https://siklus.contoh.invalid"
    letter = world.minutes(world.handed_in(), signing="tte")
    world.issue(letter, world.staff(0))
    make_papers(letter)
    return letter


def sign_next(world: LetterWorld, letter: Letter, who: str) -> Document:
    task = world.open_task(letter, "sign_document")
    sign(task, world.by(who), read=bytes_to_sign(task).sha256)
    return Document.objects.filter(file=letter.pk, form="signed").latest("pk")


def locks(pdf: bytes) -> list[bool]:
    """Of each signature in order, whether it forbids any further one."""
    fields = [signature.sig_field for signature in PdfFileReader(BytesIO(pdf)).embedded_regular_signatures]
    return ["/Lock" in field for field in fields]


def test_the_second_signs_the_bytes_of_the_first_and_locks_the_paper(world: LetterWorld, minutes: Letter) -> None:
    paper = Document.objects.get(file=minutes.pk, form="final").file_path.read_bytes()
    first = sign_next(world, minutes, "fitri").file_path.read_bytes()
    assert fresh(minutes).state == "issued"
    both = sign_next(world, minutes, "kartika").file_path.read_bytes()
    assert fresh(minutes).state == "signed"
    assert (first.startswith(paper), both.startswith(first)) == (True, True)
    told = judge(both, chosen.trust())
    assert (told.sound, [signature.signer for signature in told.signed_by]) == (True, ["Contoh Fitri", "Contoh Kartika"])
    assert (locks(first), locks(both)) == ([False], [False, True])
    assert [signature.level for signature in told.signed_by][-1] == "B-LTA"


def test_it_verifies_beside_its_receipt_and_is_valid_to_the_public(
    world: LetterWorld, minutes: Letter, client: Client, tmp_path: Path
) -> None:
    page = f"/v/{minutes.file.token}"
    sign_next(world, minutes, "fitri")
    assert '<h1 class="word">Belum sah</h1>' in client.get(page).content.decode()
    document = sign_next(world, minutes, "kartika")
    answer = client.get(page).content.decode()
    assert '<h1 class="word">Sah</h1>' in answer
    assert document.sha256 in answer
    seal()
    said = StringIO()
    pdf = write_beside(document, tmp_path / "out")
    write_trust(tmp_path / "out")
    assert receipt_beside(pdf).is_file()
    call_command("verify_documents", str(pdf), stdout=said)
    assert "Sah dan tercatat di buku besar. Ditandatangani secara elektronik oleh Contoh Fitri, Contoh Kartika" in said.getvalue()
