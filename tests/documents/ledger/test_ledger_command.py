"""`./siklus manage ledger`: how it stands, and the proof that it continues an older checkpoint."""

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management import CommandError, call_command
from django.db import transaction

from documents.ledger import sealing
from documents.ledger.audit import audit
from documents.ledger.checkpoints import opened
from documents.ledger.keys import SigningKey, public_key
from documents.ledger.ours import known_keys
from documents.ledger.sealing import new_leaves, seal
from tests.decree_world import DecreeWorld
from workflows.core.models import JournalEntry


def ledger(*words: str) -> str:
    told = StringIO()
    call_command("ledger", *words, stdout=told)
    return told.getvalue()


@pytest.fixture
def older(world: DecreeWorld, tmp_path: Path) -> Path:
    """A checkpoint that somebody kept, before more was sealed."""
    world.handed_in()
    seal()
    file = tmp_path / "old.txt"
    file.write_text(ledger("--checkpoint"))
    world.handed_in(1)
    seal()
    return file


def test_an_empty_ledger_says_so(db: None) -> None:
    assert ledger().startswith("Buku besar masih kosong; 0 menunggu dicatat.")


def test_the_status_counts_what_is_sealed_and_what_waits(world: DecreeWorld) -> None:
    world.handed_in()
    waiting = JournalEntry.objects.count()
    assert f"{waiting} menunggu dicatat" in ledger()
    assert f"{waiting} baris baru" in ledger("--seal")
    assert f"127.0.0.1:8000/ledger: {waiting} baris; 0 menunggu dicatat" in ledger()


def test_the_printed_checkpoint_and_key_are_all_that_a_verifier_needs(older: Path) -> None:
    key = public_key(ledger("--key"))
    assert opened(older.read_text(), [key]).size < opened(ledger("--checkpoint"), [key]).size


def test_it_continues_an_older_checkpoint(older: Path) -> None:
    assert ledger("--since", str(older)).startswith("Konsisten:")
    older.write_text(ledger("--checkpoint"))
    assert ledger("--since", str(older)).startswith("Konsisten:")


def test_a_ledger_that_forgot_its_tail_does_not(
    older: Path, world: DecreeWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = ledger("--checkpoint")
    monkeypatch.setattr("documents.ledger.management.commands.ledger.newest_note", lambda: older.read_text())
    file = older.with_name("newest.txt")
    file.write_text(newest)
    with pytest.raises(CommandError, match="TIDAK konsisten"):
        ledger("--since", str(file))


def test_a_ledger_that_was_made_anew_in_another_order_does_not(
    world: DecreeWorld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even signed with our own key: the old checkpoint gives the forger away."""
    world.handed_in()
    file = tmp_path / "old.txt"
    with transaction.atomic():
        seal()
        file.write_text(ledger("--checkpoint"))
        transaction.set_rollback(True)
    world.handed_in(1)
    monkeypatch.setattr(sealing, "new_leaves", lambda behind: sorted(new_leaves(behind), reverse=True))
    seal()
    assert list(audit()) == []
    with pytest.raises(CommandError, match="TIDAK konsisten"):
        ledger("--since", str(file))


def test_a_checkpoint_of_a_stranger_is_refused(older: Path) -> None:
    stranger = SigningKey("127.0.0.1:8000/ledger", Ed25519PrivateKey.generate())
    older.write_text(opened(older.read_text(), known_keys()).signed(stranger))
    with pytest.raises(CommandError, match="kunci yang dikenal"):
        ledger("--since", str(older))


@pytest.mark.parametrize("text", ["", "halo", "a\nb\nc\n\n— x y\n"])
def test_what_is_no_checkpoint_is_refused(older: Path, text: str) -> None:
    older.write_text(text)
    with pytest.raises(CommandError, match="checkpoint rusak"):
        ledger("--since", str(older))


def test_a_missing_file_is_named(older: Path) -> None:
    older.unlink()
    with pytest.raises(CommandError, match=r"old\.txt tidak terbaca"):
        ledger("--since", str(older))


def test_the_audit_of_a_sound_ledger_finds_nothing(older: Path) -> None:
    assert ledger("--audit").startswith("Semua baris buku besar sama dengan isi tabel")


def test_the_audit_names_what_was_never_sealed(
    older: Path, world: DecreeWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("documents.ledger.audit.LATE", timedelta(0))
    world.handed_in(2)
    with pytest.raises(CommandError, match="catatan jurnal belum tercatat di buku besar"):
        ledger("--audit")
