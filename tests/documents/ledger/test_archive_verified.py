"""The whole archive: a flipped bit in any file, a missing file, an orphan, and the ledger."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from pytest_django import Settings

from backend.uploads import keep
from documents.forms import SIGNED, Form
from documents.issue import paper_for
from documents.ledger.models import Kind, Leaf
from documents.ledger.receipts import receipt_for
from documents.ledger.sealing import seal
from documents.models import Document
from documents.signed import archive_signed
from documents.verify import verify_archive, verify_file, write_beside, write_trust
from workflows.core.models import Attachment
from workflows.decrees.models import Decree
from workflows.organisation.models import Person

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef9240000000a49444154789c6368000000820081dd436af40000000049454e44ae426082"
)


@pytest.fixture
def final(decree: Decree) -> Document:
    """The decree's real final paper, sealed."""
    decree.file.refresh_from_db()
    made = paper_for(decree.file.snapshot, Form.FINAL, decree.issue)
    seal()
    return made


@pytest.fixture
def scan(decree: Decree) -> Attachment:
    person = Person.objects.order_by("pk").first()
    assert person
    return keep(SimpleUploadedFile("pindaian.png", PNG), person)


def lines() -> Iterator[str]:
    told = StringIO()
    try:
        call_command("verify_documents", stdout=told)
    except CommandError:
        yield "exit 1"
    yield from told.getvalue().splitlines()


def test_all_is_well(final: Document, scan: Attachment) -> None:
    assert list(lines()) == ["2 berkas baik, 0 temuan"]


@pytest.mark.parametrize("place", [0.0, 0.5, 0.999])
def test_a_flipped_bit_in_a_paper_or_an_attachment_is_found(final: Document, scan: Attachment, place: float) -> None:
    for path in (final.file_path, scan.file_path):
        damaged = bytearray(path.read_bytes())
        damaged[int(len(damaged) * place)] ^= 4
        path.write_bytes(damaged)
    told = list(lines())
    assert told[0] == "exit 1"
    assert {str(final.file_path), str(scan.file_path)} == {line.split()[1].rstrip(":") for line in told[1:-1]}


def test_rows_without_a_file_and_files_without_a_row_are_found(
    final: Document, scan: Attachment, settings: Settings
) -> None:
    final.file_path.unlink()
    scan.file_path.unlink()
    orphans = [settings.ARCHIVE_DIR / "ab" / "yatim.pdf", settings.MEDIA_ROOT / "yatim"]
    for orphan in orphans:
        orphan.parent.mkdir(exist_ok=True)
        orphan.write_bytes(b"x")
    (settings.ARCHIVE_DIR / ".half-written.part").write_bytes(b"x")
    assert list(lines()) == [
        "exit 1",
        f"SALAH   {final.file_path}: berkas hilang dari arsip",
        f"SALAH   {scan.file_path}: lampiran “pindaian.png” hilang",
        *(f"SALAH   {orphan}: tidak ada catatannya: bukan dokumen dan bukan lampiran" for orphan in sorted(orphans)),
        "0 berkas baik, 4 temuan",
    ]


def test_a_signed_paper_without_a_genuine_signature_is_found(final: Document) -> None:
    archive_signed(final, final.file_path.read_bytes() + b"\n% not signed\n%%EOF\n")
    assert [verdict.ok for verdict in verify_archive()] == [True, False]


def test_a_signed_paper_that_does_not_begin_with_its_final_one_is_found(final: Document) -> None:
    archive_signed(final, b"%PDF-1.7 another %%EOF")
    problems = [problem for verdict in verify_archive() for problem in verdict.problems]
    assert "isi PDF berbeda dari gambar ulang snapshotnya" in problems


def test_what_is_copied_beside_verifies_anywhere(final: Document, tmp_path: Path) -> None:
    out = tmp_path / "out"
    pdf = write_beside(final, out / "cerita" / "18.04")
    write_trust(out)
    assert sorted(file.name for file in pdf.parent.iterdir()) == sorted(
        [pdf.name, f"{pdf.name}.receipt.json", f"{pdf.stem}.snapshot.json"]
    )
    verdict = verify_file(pdf)
    assert (verdict.problems, verdict.sha256) == ((), final.sha256)


def test_what_is_not_sealed_yet_is_copied_without_a_receipt(decree: Decree, tmp_path: Path) -> None:
    decree.file.refresh_from_db()
    pdf = write_beside(paper_for(decree.file.snapshot, Form.FINAL, decree.issue), tmp_path / "out")
    assert not verify_file(pdf).ok


def test_a_signed_paper_is_sealed_with_the_hash_of_what_was_signed(final: Document) -> None:
    signed = archive_signed(final, final.file_path.read_bytes() + b"\n% signed\n%%EOF\n")
    assert seal() == 1
    assert Leaf.objects.latest("index").kind == Kind.DOCUMENT
    told = receipt_for(signed)["document"]
    assert (told["form"], told["sha256"], told["rendered_sha256"]) == (SIGNED, signed.sha256, final.sha256)
