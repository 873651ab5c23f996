"""A signature in doubt is settled on a page: by asking again, by the signed paper, or by proof that there is none."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from documents.signing import chosen
from documents.signing.errors import OutcomeUnknown
from documents.signing.signer import Signatory
from tests.decree_world import DecreeWorld, build_decree_world, fresh
from tests.people import appointed, person
from tests.pictures import png
from tests.signing_world import TAIL, Double, ready_to_sign, task_to_sign
from tests.world import BEGIN
from worker.signing import sign
from workflows.core.models import Attachment, JournalEntry
from workflows.decrees.models import Decree
from workflows.organisation.offices import open_administration
from workflows.signing.errors import SignaturePending
from workflows.signing.identities import remember_nik
from workflows.signing.models import SigningOutcome, SigningRequest

REASON = "Dicek di layanan oleh Contoh Admin"


@pytest.fixture
def world(db: None) -> DecreeWorld:
    made = build_decree_world()
    remember_nik(made.by("fitri").person, "0" * 16)
    appointed("lia", open_administration(made.regency, BEGIN))
    return made


@pytest.fixture(autouse=True)
def _long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests are never changed, their time neither: what was asked just now counts as asked long ago."""
    monkeypatch.setattr("backend.administration.stuck.PATIENCE", timedelta(minutes=-1))


@pytest.fixture
def signer(monkeypatch: pytest.MonkeyPatch) -> Double:
    double = Double(answers=[OutcomeUnknown()])
    monkeypatch.setattr("worker.signing.signers.signer", lambda: double)
    return double


def in_doubt(world: DecreeWorld, **how: Any) -> tuple[Decree, SigningRequest]:
    """A decree that Fitri signed; nobody knows with which outcome."""
    decree = ready_to_sign(world, **how)
    with pytest.raises(SignaturePending):
        sign(task_to_sign(decree), world.by("fitri"), "rahasia", read=decree.paper)
    return decree, SigningRequest.objects.get()


def client_of(login: str) -> Client:
    client = Client()
    client.force_login(person(login))
    return client


def page_of(request: SigningRequest) -> str:
    return f"/pengelolaan/macet/tanda-tangan/{request.pk}/"


def typed(prefix: str, content: bytes, reason: str = REASON) -> dict[str, Any]:
    return {f"{prefix}-evidence": SimpleUploadedFile("bukti", content), f"{prefix}-reason": reason}


def test_proof_that_it_was_not_signed_lets_the_signatory_sign_again(world: DecreeWorld, signer: Double) -> None:
    decree, request = in_doubt(world)
    lia = client_of("lia")
    assert page_of(request) in lia.get("/pengelolaan/macet/?jenis=tanda-tangan").content.decode()
    for wrong in (typed("belum", png(30, 40), " "), {"belum-reason": REASON}, typed("belum", b"bukan gambar")):
        assert lia.post(f"{page_of(request)}belum/", wrong).status_code == 422
    assert not SigningOutcome.objects.exists()
    assert lia.post(f"{page_of(request)}belum/", typed("belum", png(30, 40))).status_code == 302
    assert SigningOutcome.objects.get().code == "not_signed"
    entry = JournalEntry.objects.get(act="organisation.Office.settle_signing")
    assert (entry.person, entry.reason, entry.values["outcome"]) == (person("lia"), REASON, "unsigned")
    proof = Attachment.objects.get(pk=entry.values["evidence"])
    assert client_of("hadi").get(f"/lampiran/{proof.pk}/").status_code == 200
    assert client_of("citra").get(f"/lampiran/{proof.pk}/").status_code == 404
    sign(task_to_sign(decree), world.by("fitri"), "rahasia", read=decree.paper)
    assert fresh(decree).state == "in_force"


def test_asking_again_tells_what_the_signer_knows_by_now(world: DecreeWorld, signer: Double) -> None:
    decree, request = in_doubt(world)
    signer.inquire = unanswered  # type: ignore[method-assign]
    assert client_of("lia").post(f"{page_of(request)}tanya/").status_code == 422
    del signer.inquire
    signer.kept[str(request.request_id)] = decree.file.documents.get(form="final").file_path.read_bytes() + TAIL
    assert client_of("lia").post(f"{page_of(request)}tanya/").status_code == 302
    assert fresh(decree).state == "in_force"


def unanswered(*_args: Any, **_more: Any) -> None:
    raise OutcomeUnknown


def test_only_this_paper_with_a_sound_signature_counts_as_signed(
    world: DecreeWorld, signer: Double, settings: Settings, tmp_path: Path
) -> None:
    settings.SIGNER, settings.LOCAL_SIGNER_DIR = "local", tmp_path / "signing"
    decree, request = in_doubt(world, printed=True)
    paper, lia = decree.file.documents.get(form="final").file_path.read_bytes(), client_of("lia")
    for wrong, words in ((paper, "bukan naskah ini"), (paper + TAIL, "PDF ini ")):
        answer = lia.post(f"{page_of(request)}sudah/", typed("sudah", wrong))
        assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert not SigningOutcome.objects.exists()
    fitri = Signatory(person("fitri").full_name, "Kepala Desa Contoh Satu", "0" * 16, "")
    found = chosen.signer().sign(paper, fitri, "", str(request.request_id), last=True).pdf
    assert lia.post(f"{page_of(request)}sudah/", typed("sudah", found)).status_code == 302
    assert fresh(decree).state == "in_force"
    assert SigningOutcome.objects.get().meta["by_hand"] == f"{REASON} (Contoh Lia)"


@pytest.mark.parametrize("act", ["tanya", "sudah", "belum"])
def test_the_agency_reads_and_nobody_else_settles(world: DecreeWorld, signer: Double, act: str) -> None:
    _decree, request = in_doubt(world)
    asked: Callable[[str], Client] = client_of
    assert asked("hadi").get(page_of(request)).status_code == 200
    for login in ("hadi", "fitri", "citra"):
        assert asked(login).post(f"{page_of(request)}{act}/", typed(act, png(30, 40))).status_code == 404
    assert not SigningOutcome.objects.exists()
