"""A file that somebody holds: ours to the last bit, ours with something added, or not ours."""

import hashlib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Page
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from documents import box
from documents.forms import Form
from documents.issue import paper_for
from documents.kinds import find
from documents.models import Document
from documents.signed import archive_signed
from documents.signing.chosen import signer
from documents.signing.signer import Signatory
from tests.decree_world import build_decree_world
from workflows.decrees.models import Decree

TEMPLATE = "keputusan_bupati@1"
OURS, ADDED, UNKNOWN = "persis berkas kami", "sudah ditambah", "tidak sama dengan naskah mana pun"


def send(client: Client, content: bytes) -> str:
    upload = SimpleUploadedFile("naskah.pdf", content, "application/pdf")
    return client.post("/v/berkas", {"berkas": upload}).content.decode()


@pytest.mark.django_db
def test_our_very_bytes(client: Client, paper: Document) -> None:
    assert OURS in send(client, paper.file_path.read_bytes())


@pytest.mark.django_db
@pytest.mark.parametrize("addition", [b"\n", b"x", b"\n1 0 obj\n<<>>\nendobj\n%%EOF\n"])
def test_something_added(client: Client, paper: Document, addition: bytes) -> None:
    page = send(client, paper.file_path.read_bytes() + addition)
    assert ADDED in page
    assert f"/v/sidik/{paper.sha256}" in page


@pytest.mark.django_db
@pytest.mark.parametrize("content", [b"%PDF-1.7 %%EOF", b"not a paper", b"%%EOF" * 1000])
def test_a_strange_file(client: Client, paper: Document, content: bytes) -> None:
    page = send(client, content)
    assert UNKNOWN in page
    assert hashlib.sha256(content).hexdigest() in page


@pytest.mark.django_db
def test_soundly_signed_yet_none_of_ours(client: Client, settings: Settings, tmp_path: Path) -> None:
    """Signed by an authority that we trust, but no paper of ours: the signature alone proves nothing."""
    settings.LOCAL_SIGNER_DIR = tmp_path
    strange = box.render(TEMPLATE, find(TEMPLATE).sample(1), Form.FINAL).pdf
    signed = signer().sign(strange, Signatory("Contoh Bupati", "Bupati Contoh"), "", "a-request").pdf
    page = send(client, signed)
    assert "Tanda tangan sah, tetapi bukan berkas kami" in page
    assert "Contoh Bupati" in page
    assert UNKNOWN in send(client, strange)
    assert UNKNOWN in send(client, signed[:-2000])


@pytest.mark.django_db
def test_one_flipped_bit(client: Client, paper: Document) -> None:
    damaged = bytearray(paper.file_path.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    assert UNKNOWN in send(client, bytes(damaged))


@pytest.mark.django_db
def test_the_unsigned_bytes_of_a_signed_paper_are_not_it(client: Client, decree: Decree, paper: Document) -> None:
    Decree.objects.filter(pk=decree.pk).update(signing="tte")
    unsigned = paper.file_path.read_bytes()
    signed = archive_signed(paper, unsigned + b"\n% a signature\n%%EOF\n")
    assert OURS in send(client, signed.file_path.read_bytes())
    assert UNKNOWN in send(client, unsigned)
    assert f"/v/sidik/{signed.sha256}" in send(client, signed.file_path.read_bytes() + b"x")


@pytest.mark.django_db
def test_the_paper_of_a_decision_that_was_taken_back_is_not_it(client: Client, decree: Decree, paper: Document) -> None:
    Decree.objects.filter(pk=decree.pk).update(issue={**(decree.issue or {}), "number": "2 TAHUN 2024"})
    assert UNKNOWN in send(client, paper.file_path.read_bytes())


@pytest.mark.django_db
def test_no_file_and_a_huge_one(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.post("/v/berkas").status_code == 422
    monkeypatch.setattr("backend.public.views.LARGEST", 10)
    answer = client.post("/v/berkas", {"berkas": SimpleUploadedFile("x.pdf", b"12345678901")})
    assert (answer.status_code, "lebih besar" in answer.content.decode()) == (422, True)


@pytest.fixture
def archived(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> tuple[Decree, Document]:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this very thread
    decree = build_decree_world().issued()
    assert decree.file.snapshot
    return decree, paper_for(decree.file.snapshot, "final", decree.issue)


def choose(page: Page, live_server: LiveServer, file: Path) -> None:
    page.goto(f"{live_server.url}/v")
    page.get_by_label("Berkas PDF", exact=True).set_input_files(file)
    page.get_by_role("button", name="Cek berkas").click()


def test_in_a_browser_the_file_never_leaves_the_device(
    archived: tuple[Decree, Document], page: Page, live_server: LiveServer, tmp_path: Path
) -> None:
    _decree, paper = archived
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    choose(page, live_server, paper.file_path)
    page.get_by_text(OURS).wait_for()
    longer = tmp_path / "longer.pdf"
    longer.write_bytes(paper.file_path.read_bytes() + b"\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
    choose(page, live_server, longer)
    page.get_by_text(ADDED).wait_for()
    page.get_by_role("link", name="Naskah aslinya").click()
    page.get_by_text(OURS).wait_for()
    assert set(sent) == {"GET"}
