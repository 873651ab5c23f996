"""A signed paper, verified far away: signature, full coverage, and the very bytes of the ledger."""

from hashlib import sha256
from pathlib import Path

import pytest

from documents.forms import SIGNED
from documents.ledger.keys import export
from documents.signing.local import LocalSigner
from documents.verify import verify_file
from documents.verify.beside import receipt_beside
from tests.documents.signing.conftest import CAMAT_SIGNS, final_paper, local, paper, signed
from tests.documents.test_verify import OURS, appended, incremental, put, put_snapshot, receipt_of

__all__ = ["local", "paper", "signed"]  # fixtures


@pytest.fixture
def pdf(signed: bytes, local: LocalSigner, tmp_path: Path) -> Path:
    """A signed paper with everything beside it; ledger and authority are trusted."""
    export([OURS.public], tmp_path / "trust")
    local.authority.export(tmp_path / "trust")
    path = put(tmp_path, signed, receipt_of(signed, form=SIGNED))
    put_snapshot(path, SIGNED)
    return path


def test_it_is_ours_and_soundly_signed(pdf: Path) -> None:
    verdict = verify_file(pdf)
    assert verdict.problems == ()
    assert verdict.sentence.startswith(
        "Sah dan tercatat di buku besar. Ditandatangani secara elektronik oleh Contoh Bupati"
    )


def test_it_begins_with_the_final_paper_drawn_again(pdf: Path) -> None:
    assert "digambar ulang dari snapshotnya: bait demi bait sama" in verify_file(pdf).details


def test_an_authority_that_is_not_trusted_is_told(pdf: Path) -> None:
    next((pdf.parent / "trust").glob("*.pem")).unlink()
    assert "penerbit sertifikatnya tidak dipercaya" in verify_file(pdf).sentence


@pytest.mark.parametrize("edit", [appended, incremental, lambda pdf: pdf[:-20], lambda pdf: pdf + pdf])
def test_no_edited_paper_is_ours(pdf: Path, signed: bytes, edit) -> None:
    pdf.write_bytes(edit(signed))
    assert verify_file(pdf).sentence.startswith("BUKAN berkas kami")


@pytest.mark.parametrize("edit", [appended, incremental])
def test_even_an_edited_paper_that_the_ledger_had_would_not_be_sound(pdf: Path, signed: bytes, edit) -> None:
    """The signature is asked by itself, not only the hash."""
    changed = edit(signed)
    put(pdf.parent, changed, receipt_of(changed, form=SIGNED))
    assert not verify_file(pdf).ok


def test_a_sound_signature_on_what_is_not_ours_is_told_apart(pdf: Path, local: LocalSigner) -> None:
    other = local.sign(final_paper(4), CAMAT_SIGNS, "", "another").pdf
    pdf.write_bytes(other)
    verdict = verify_file(pdf)
    assert verdict.sentence.startswith("BUKAN berkas kami")
    assert "Contoh Camat" in verdict.details[0]
    assert verdict.sha256 == sha256(other).hexdigest()


def test_without_a_receipt_the_signature_alone_is_not_enough(pdf: Path) -> None:
    receipt_beside(pdf).unlink()
    verdict = verify_file(pdf)
    assert "tanda terima" in verdict.sentence
    assert "Contoh Bupati" in verdict.details[0]
