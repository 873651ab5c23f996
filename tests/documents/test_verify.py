"""Verifying a file that lies beside its receipt: without database, without network; and every way of editing it."""

import json
import os
import shutil
import string
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from documents.forms import SIGNED, Form
from documents.kinds import find
from documents.ledger.checkpoints import Checkpoint
from documents.ledger.keys import SigningKey, export
from documents.ledger.leaves import hashed
from documents.ledger.merkle import node_hash
from documents.ledger.models import Kind
from documents.ledger.receipts import Receipt
from documents.verify import verify_file
from documents.verify.beside import receipt_beside, snapshot_beside
from tests.documents.conftest import BUPATI, sample_paper
from workflows.core.canonical import fingerprint

ORIGIN = "siklus.contoh/ledger"
OURS = SigningKey(ORIGIN, Ed25519PrivateKey.from_private_bytes(b"\1" * 32))
THEIRS = SigningKey(ORIGIN, Ed25519PrivateKey.from_private_bytes(b"\2" * 32))
SIBLING = b"\7" * 32
CHECKOUT = Path(__file__).parents[2]


@cache
def final(rows: int = 3) -> bytes:
    return sample_paper(BUPATI, rows, Form.FINAL).pdf


def receipt_of(pdf: bytes, key: SigningKey = OURS, **changed: object) -> Receipt:
    """From a ledger of two leaves, of which the paper is the second."""
    document = {
        "id": 1, "kind": "keputusan_bupati", "form": "final", "template": BUPATI, "number": "1", "dated": "2024-05-06",
        "sha256": sha256(pdf).hexdigest(), "size": len(pdf), "file": "token", "content_sha256": fingerprint(find(BUPATI).sample(3)),
    } | changed  # fmt: skip
    root = node_hash(SIBLING, hashed(Kind.DOCUMENT, document))
    note = Checkpoint(key.name, 2, root, datetime(2024, 5, 6, tzinfo=UTC)).signed(key)
    return Receipt(document, 1, (SIBLING,), note)


def put(folder: Path, pdf: bytes, receipt: Receipt) -> Path:
    path = folder / "keputusan.pdf"
    path.write_bytes(pdf)
    receipt_beside(path).write_text(json.dumps(receipt.as_dict()))
    return path


def put_snapshot(pdf: Path, form: str = "final", **replaced: object) -> None:
    content = find(BUPATI).sample(3) | replaced
    beside = {"template": BUPATI, "form": form, "content": content, "sha256": sha256(pdf.read_bytes()).hexdigest()}
    snapshot_beside(pdf).write_text(json.dumps(beside))


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """An unsigned final paper with everything beside it, and the folder of trust above."""
    folder = tmp_path / "cerita"
    folder.mkdir()
    export([OURS.public], tmp_path / "trust")
    path = put(folder, final(), receipt_of(final()))
    put_snapshot(path)
    return path


def test_an_untouched_paper_is_ours_and_unsigned(pdf: Path) -> None:
    told = StringIO()
    call_command("verify_documents", str(pdf), stdout=told)
    first, *facts = told.getvalue().splitlines()
    assert first == "keputusan.pdf: Utuh dan tercatat di buku besar, tetapi belum bertanda tangan elektronik."
    assert any(sha256(final()).hexdigest() in fact for fact in facts)


def test_the_snapshot_may_be_missing(pdf: Path) -> None:
    snapshot_beside(pdf).unlink()
    assert verify_file(pdf).ok


def test_without_a_receipt_nothing_is_certain(pdf: Path) -> None:
    receipt_beside(pdf).unlink()
    assert verify_file(pdf).problems == (
        "Tidak dapat dipastikan: tanda terima keputusan.pdf.receipt.json tidak ada di sebelah berkas ini.",
    )


def test_without_keys_nothing_is_certain(pdf: Path) -> None:
    shutil.rmtree(pdf.parents[1] / "trust")
    assert "kunci penerbitnya tidak dikenal" in verify_file(pdf).sentence


def test_the_folder_of_trust_that_is_named_counts(pdf: Path, tmp_path: Path) -> None:
    export([THEIRS.public], tmp_path / "other")
    assert "tidak ditandatangani dengan kunci yang dikenal" in verify_file(pdf, tmp_path / "other").sentence
    told = StringIO()
    with pytest.raises(CommandError, match="1 temuan"):
        call_command("verify_documents", str(pdf), trust=tmp_path / "other", stdout=told)
    assert told.getvalue().startswith("keputusan.pdf: ")


def appended(pdf: bytes) -> bytes:
    return pdf + b"\n% tambahan\n%%EOF\n"


def incremental(pdf: bytes) -> bytes:
    writer = PdfWriter(BytesIO(pdf), incremental=True)
    writer.pages[0].rotate(180)
    changed = BytesIO()
    writer.write(changed)
    assert changed.getvalue().startswith(pdf)
    return changed.getvalue()


def swapped(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as ours, pikepdf.open(BytesIO(final(15))) as other:
        ours.pages[0] = other.pages[0]
        changed = BytesIO()
        ours.save(changed)
    return changed.getvalue()


EDITS: dict[str, Callable[[bytes], bytes]] = {
    "bytes appended": appended,
    "an incremental update": incremental,
    "a page swapped": swapped,
    "truncated": lambda pdf: pdf[: len(pdf) // 2],
    "the last byte missing": lambda pdf: pdf[:-1],
    "two papers in one": lambda pdf: pdf + final(15),
    "another paper before it": lambda pdf: final(15) + pdf,
    "nothing": lambda pdf: b"",
    "no PDF": lambda pdf: b"halo",
}


@pytest.mark.parametrize("edit", EDITS)
def test_no_edited_paper_is_ours(pdf: Path, edit: str) -> None:
    pdf.write_bytes(EDITS[edit](final()))
    verdict = verify_file(pdf)
    assert not verdict.ok
    assert verdict.sentence.startswith("BUKAN berkas kami")


def test_what_was_added_behind_the_very_paper_is_counted(pdf: Path) -> None:
    pdf.write_bytes(final() + b"12345")
    assert verify_file(pdf).sentence == "BUKAN berkas kami: 5 bait ditambahkan di belakang dokumen aslinya."


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_found(pdf: Path, place: float, bit: int) -> None:
    damaged = bytearray(final())
    damaged[int(len(damaged) * place)] ^= 1 << bit
    pdf.write_bytes(damaged)
    assert not verify_file(pdf).ok


def with_another_last_digit(note: str) -> str:
    """The base64 of 68 bytes has four bits to spare: another last digit means the same bytes."""
    digits = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
    body = note.removesuffix("=\n")
    return f"{body[:-1]}{digits[digits.index(body[-1]) + 1]}=\n"


RECEIPTS: dict[str, tuple[Callable[[], Receipt], str]] = {
    "of another paper": (lambda: receipt_of(final(15)), "BUKAN berkas kami"),
    "of another log": (lambda: receipt_of(final(), SigningKey("lain.contoh/ledger", OURS.private)), "kunci yang dikenal"),
    "with a foreign key": (lambda: receipt_of(final(), THEIRS), "kunci yang dikenal"),
    "of another document with our hash in it": (
        lambda: replace(receipt_of(final(15)), document=receipt_of(final()).document), "tidak terbukti"
    ),
    "with another number": (
        lambda: replace(receipt_of(final()), document=receipt_of(final()).document | {"number": "2"}), "tidak terbukti"
    ),
    "at another place": (lambda: replace(receipt_of(final()), index=0), "tidak terbukti"),
    "without a path": (lambda: replace(receipt_of(final()), path=()), "tidak terbukti"),
    "whose checkpoint says more leaves": (
        lambda: replace(receipt_of(final()), checkpoint=receipt_of(final()).checkpoint.replace("\n2\n", "\n3\n")),
        "tanda tangan checkpoint salah",
    ),
    "whose checkpoint is signed by nobody": (
        lambda: replace(receipt_of(final()), checkpoint=receipt_of(final()).checkpoint.partition("\n\n")[0] + "\n\n"),
        "checkpoint rusak",
    ),
    "whose signature is written in another way": (
        lambda: replace(receipt_of(final()), checkpoint=with_another_last_digit(receipt_of(final()).checkpoint)),
        "checkpoint rusak",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RECEIPTS)
def test_no_other_receipt_serves(pdf: Path, name: str) -> None:
    receipt, words = RECEIPTS[name]
    put(pdf.parent, final(), receipt())
    verdict = verify_file(pdf)
    assert not verdict.ok
    assert words in verdict.sentence


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_no_flipped_bit_of_a_receipt_is_overlooked(pdf: Path, place: float, bit: int) -> None:
    """What it proves must stay the same; a flip that only changes how the JSON is written may pass."""
    genuine = json.dumps(receipt_of(final()).as_dict()).encode()
    damaged = bytearray(genuine)
    damaged[int(len(damaged) * place)] ^= 1 << bit
    receipt_beside(pdf).write_bytes(damaged)
    if verify_file(pdf).ok:
        assert Receipt.read(bytes(damaged)) == receipt_of(final())


@pytest.mark.parametrize("receipt", [
    b"", b"[]", b"{}", b"null", b"\xff", b'{"document": NaN}', b"[" * 100_000,
    b'{"document": {}, "index": 0, "path": [], "checkpoint": ""}',
    b'{"schema": "siklus/receipt/1", "document": {"a": "\\ud800"}, "index": 0, "path": ["zz"], "checkpoint": "\\n\\n"}',
    b'{"schema": "siklus/receipt/1", "document": {"a": NaN}, "index": 0, "path": [], "checkpoint": "\\n\\n"}',
])  # fmt: skip
def test_a_broken_receipt_is_a_verdict_and_no_crash(pdf: Path, receipt: bytes) -> None:
    receipt_beside(pdf).write_bytes(receipt)
    assert verify_file(pdf).sentence == "tanda terima rusak"


@pytest.mark.parametrize("line", ["", "x", "nama+00000000+AAAA", OURS.public.line.replace("siklus", "lain"), "\0"])
def test_a_broken_key_is_a_verdict_and_no_crash(pdf: Path, line: str) -> None:
    (pdf.parents[1] / "trust" / "ledger.vkey").write_text(line)
    assert not verify_file(pdf).ok


@pytest.mark.parametrize(
    "beside", ["", "[]", "{}", '{"template": 1}', '{"template":"x@1","form":"final","content":{},"sha256":""}',
               '{"template":"keputusan_bupati@1","form":"tebak","content":{},"sha256":""}',
               '{"template":"keputusan_bupati@1","form":"final","content":[],"sha256":""}'],
)  # fmt: skip
def test_a_broken_snapshot_is_a_verdict_and_no_crash(pdf: Path, beside: str) -> None:
    snapshot_beside(pdf).write_text(beside)
    assert not verify_file(pdf).ok


@pytest.mark.parametrize("replaced", [{"subject": "Lain"}, {"considerations": []}])
def test_a_snapshot_of_another_paper_is_found(pdf: Path, replaced: dict[str, object]) -> None:
    put_snapshot(pdf, **replaced)
    assert verify_file(pdf).problems == ("keputusan.snapshot.json bukan snapshot dokumen ini",)


def test_the_snapshot_is_drawn_again(pdf: Path) -> None:
    assert "digambar ulang dari snapshotnya: bait demi bait sama" in verify_file(pdf).details


def test_a_machine_that_draws_differently_still_proves_the_paper(pdf: Path) -> None:
    """As with another version of Pango: the ledger has the bytes and the content."""
    put(pdf.parent, final(15), receipt_of(final(15)))
    put_snapshot(pdf)
    verdict = verify_file(pdf)
    assert verdict.ok
    assert "isi PDF berbeda dari gambar ulang snapshotnya" in verdict.details


def test_a_missing_file_is_a_verdict(tmp_path: Path) -> None:
    assert verify_file(tmp_path / "none.pdf").sentence.startswith("Berkas tidak terbaca")


def in_an_empty_world(pdf: Path) -> subprocess.CompletedProcess[str]:
    """As on a stranger's machine: no variables, and where the kernel permits no network at all."""
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    if subprocess.run([*alone, "true"], capture_output=True).returncode:
        alone = []
    command = [*alone, sys.executable, "manage.py", "verify_documents", str(pdf)]
    env = {"PATH": os.environ["PATH"], "SIKLUS_ENV": "demo"}
    return subprocess.run(command, env=env, cwd=CHECKOUT, capture_output=True, text=True)


def test_it_needs_neither_database_nor_network(pdf: Path) -> None:
    done = in_an_empty_world(pdf)
    assert (done.returncode, done.stdout.count("Utuh dan tercatat")) == (0, 1), done.stderr
    pdf.write_bytes(appended(final()))
    done = in_an_empty_world(pdf)
    assert (done.returncode, done.stdout.count("BUKAN berkas kami")) == (1, 1), done.stderr


def test_a_form_that_claims_a_signature_needs_one(pdf: Path) -> None:
    put(pdf.parent, final(), receipt_of(final(), form=SIGNED))
    snapshot_beside(pdf).unlink()
    assert verify_file(pdf).problems == ("PDF ini tidak memuat tanda tangan elektronik.",)
