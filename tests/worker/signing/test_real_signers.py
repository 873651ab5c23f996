"""The whole way with signers that really sign: our test authority, and BSrE's client service over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from documents.signing import chosen
from documents.signing.judge import judge
from tests.decree_world import DecreeWorld, fresh
from tests.documents.signing import bsre_stub as stub
from tests.documents.signing.bsre_stub import Bsre
from tests.signing_world import ready_to_sign, signed_papers, task_to_sign
from worker.signing import resume, sign
from workflows.decrees.models import Decree
from workflows.signing.errors import SignatureFailed, SignaturePending
from workflows.signing.models import SigningRequest

NIK = "0" * 16


@pytest.fixture
def decree(world: DecreeWorld, settings: Settings, tmp_path: Path) -> Decree:
    settings.SIGNER, settings.LOCAL_SIGNER_DIR = "local", tmp_path / "signing"
    settings.BASE_URL = "https://siklus.contoh.invalid"  # what the paper's QR code leads to
    return ready_to_sign(world, printed=True)


@pytest.fixture(params=["bsre1", "bsre2"])
def bsre(
    request: pytest.FixtureRequest, world: DecreeWorld, decree: Decree, settings: Settings, tmp_path: Path
) -> Iterator[Bsre]:
    with Bsre(tmp_path, {NIK: world.by("fitri").person.full_name}) as running:
        running.authority.export(tmp_path / "trust")
        settings.SIGNER, settings.TRUST_DIR = request.param, tmp_path / "trust"
        settings.BSRE_URL, settings.BSRE_USER, settings.BSRE_PASSWORD = running.url, stub.USER, stub.PASSWORD
        yield running


def soundly_signed_by(decree: Decree) -> list[str]:
    [paper] = signed_papers(decree)
    told = judge(paper.file_path.read_bytes(), chosen.trust())
    assert told.sound, told
    return [signature.signer for signature in told.signed_by]


def test_the_local_signer_puts_a_decree_in_force(world: DecreeWorld, decree: Decree) -> None:
    sign(task_to_sign(decree), world.by("fitri"), read=decree.paper)
    assert fresh(decree).state == "in_force"
    assert soundly_signed_by(decree) == [world.by("fitri").person.full_name]


def test_bsre_puts_a_decree_in_force(world: DecreeWorld, decree: Decree, bsre: Bsre) -> None:
    sign(task_to_sign(decree), world.by("fitri"), stub.OK, read=decree.paper)
    assert fresh(decree).state == "in_force"
    assert soundly_signed_by(decree) == [world.by("fitri").person.full_name]


def test_a_wrong_passphrase_may_be_put_right(world: DecreeWorld, decree: Decree, bsre: Bsre) -> None:
    with pytest.raises(SignatureFailed):
        sign(task_to_sign(decree), world.by("fitri"), stub.WRONG, read=decree.paper)
    sign(task_to_sign(decree), world.by("fitri"), stub.OK, read=decree.paper)
    assert fresh(decree).state == "in_force"


def test_a_lost_answer_is_never_sent_again(world: DecreeWorld, decree: Decree, bsre: Bsre) -> None:
    with pytest.raises(SignaturePending):
        sign(task_to_sign(decree), world.by("fitri"), stub.LOST, read=decree.paper)
    with pytest.raises(SignaturePending):
        resume(SigningRequest.objects.get())
    assert len(bsre.signed) == 1
    assert fresh(decree).state != "in_force"
