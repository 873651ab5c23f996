"""What a person says of a request that no program can find out about."""

import pytest
from django.core.management import CommandError, call_command

from documents.signing.errors import OutcomeUnknown
from tests.decree_world import fresh
from tests.signing_world import TAIL
from worker.signing import sign
from workflows.signing.errors import SignaturePending
from workflows.signing.models import SigningOutcome, SigningRequest


@pytest.fixture
def request_id(world, decree, task, signer):
    signer.answers = [OutcomeUnknown()]
    with pytest.raises(SignaturePending):
        sign(task, world.by("fitri"), "rahasia", read=decree.paper)
    return str(SigningRequest.objects.get().request_id)


def test_it_is_listed_with_what_was_heard(request_id, capsys):
    call_command("signatures")
    told = capsys.readouterr().out
    assert request_id in told
    assert "belum pasti" in told


def test_not_signed_lets_the_signatory_sign_again(world, request_id, decree, task):
    call_command("signatures", request_id, "--not-signed", "--reason", "Dicek di layanan oleh Contoh Admin")
    assert SigningOutcome.objects.get().code == "not_signed"
    sign(task, world.by("fitri"), "rahasia", read=decree.paper)
    assert fresh(decree).state == "in_force"


def test_signed_completes_it_with_the_paper_that_was_found(request_id, decree, tmp_path):
    found = tmp_path / "signed.pdf"
    found.write_bytes(decree.file.documents.get(form="final").file_path.read_bytes() + TAIL)
    call_command("signatures", request_id, "--signed", str(found), "--reason", "Diunduh oleh Contoh Admin")
    assert fresh(decree).state == "in_force"
    assert SigningOutcome.objects.get().meta["by_hand"] == "Diunduh oleh Contoh Admin"


def test_asking_again_goes_on_if_the_signer_knows_by_now(request_id, decree, signer):
    final = decree.file.documents.get(form="final").file_path.read_bytes()
    signer.kept[request_id] = final + TAIL
    call_command("signatures", request_id)
    assert fresh(decree).state == "in_force"


@pytest.mark.parametrize(
    ("words", "why_not"),
    [
        (["--not-signed"], "--reason"),
        (["--signed", "/nowhere.pdf", "--reason", "x"], "nowhere.pdf"),
        ([], "sedang dipastikan"),
    ],
)
def test_what_is_missing_is_said(request_id, words, why_not):
    with pytest.raises(CommandError, match=why_not):
        call_command("signatures", request_id, *words)


def test_another_paper_is_not_taken(request_id, decree, tmp_path):
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7 another")
    with pytest.raises(CommandError, match="bukan naskah ini"):
        call_command("signatures", request_id, "--signed", str(other), "--reason", "x")
    assert fresh(decree).state == "numbered"


@pytest.mark.parametrize("unknown", ["5d5a0f64-0000-4a0e-9a55-6d9f6d1f6f0e", "17"])
def test_what_is_certain_already_is_not_said_again(request_id, unknown):
    with pytest.raises(CommandError, match="sudah pasti"):
        call_command("signatures", unknown, "--not-signed", "--reason", "x")
