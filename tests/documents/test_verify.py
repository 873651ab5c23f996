"""Verifying a file that lies beside its snapshot: without database, without network."""

import hashlib
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from documents.content import Content
from documents.forms import Form
from documents.kinds import find
from documents.verify import verify_file
from tests.documents.conftest import BUPATI, sample_paper


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "keputusan.pdf"
    path.write_bytes(sample_paper(BUPATI, 3, Form.FINAL).pdf)
    write_snapshot(path, find(BUPATI).sample(3))
    return path


def write_snapshot(pdf: Path, content: Content) -> None:
    sha256 = hashlib.sha256(pdf.read_bytes()).hexdigest()
    beside = {"template": BUPATI, "form": "final", "content": content, "sha256": sha256}
    pdf.with_suffix(".snapshot.json").write_text(json.dumps(beside))


def test_an_untouched_paper_is_well_and_unsigned(pdf: Path) -> None:
    told = StringIO()
    call_command("verify_documents", str(pdf), stdout=told)
    assert told.getvalue().startswith("baik")
    assert "belum bertanda tangan elektronik" in told.getvalue()


@pytest.mark.parametrize("place", [0.01, 0.3, 0.6, 0.99])
def test_one_flipped_bit_is_found(pdf: Path, place: float) -> None:
    damaged = bytearray(pdf.read_bytes())
    damaged[int(len(damaged) * place)] ^= 1
    pdf.write_bytes(damaged)
    verdict = verify_file(pdf)
    assert [problem.split(" ")[0] for problem in verdict.problems] == ["SHA-256", "isi"]
    with pytest.raises(CommandError, match="1 dokumen tidak sah"):
        call_command("verify_documents", str(pdf), stdout=StringIO())


def test_a_paper_with_another_snapshot_and_a_fitting_hash_is_found(pdf: Path) -> None:
    write_snapshot(pdf, {**find(BUPATI).sample(3), "subject": "Lain"})
    assert verify_file(pdf).problems == ("isi PDF berbeda dari gambar ulang snapshotnya",)


@pytest.mark.parametrize(
    "beside", ["", "[]", "{}", '{"template": 1}', '{"template":"x@1","form":"final","content":{},"sha256":""}',
               '{"template":"keputusan_bupati@1","form":"tebak","content":{},"sha256":""}',
               '{"template":"keputusan_bupati@1","form":"final","content":[],"sha256":""}'],
)  # fmt: skip
def test_a_broken_snapshot_is_a_verdict_and_no_crash(pdf: Path, beside: str) -> None:
    pdf.with_suffix(".snapshot.json").write_text(beside)
    assert not verify_file(pdf).ok


def test_missing_files_are_verdicts(tmp_path: Path, pdf: Path) -> None:
    assert verify_file(tmp_path / "none.pdf").problems[0].startswith("berkas tidak terbaca")
    pdf.with_suffix(".snapshot.json").unlink()
    assert verify_file(pdf).problems == ("keputusan.snapshot.json: tidak ada atau bukan snapshot yang utuh",)
