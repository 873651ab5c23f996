"""The ledger: how it stands, proofs that it continues older checkpoints, and whether the tables still say what it says."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from documents.ledger import tree
from documents.ledger.audit import audit
from documents.ledger.checkpoints import Checkpoint, opened
from documents.ledger.errors import NotProved
from documents.ledger.leaves import SOURCES, unsealed
from documents.ledger.merkle import consistency, consistent
from documents.ledger.models import Seal
from documents.ledger.ours import known_keys
from documents.ledger.sealing import newest_checkpoint, seal_everything


class Command(BaseCommand):
    """Exit code 0 only if what was asked is so."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        one = parser.add_mutually_exclusive_group()
        one.add_argument(
            "--since", metavar="CHECKPOINT", help="prove that the ledger continues this older checkpoint (a file)"
        )
        one.add_argument("--checkpoint", action="store_true", help="print the newest checkpoint, to be kept elsewhere")
        one.add_argument("--audit", action="store_true", help="make every leaf again from the tables and compare")
        one.add_argument("--key", action="store_true", help="print the public keys that verifiers need")
        one.add_argument("--seal", action="store_true", help="seal now what is not sealed yet, as the scheduler does")

    def handle(self, *args: Any, since: str | None, **options: Any) -> None:
        try:
            self.stdout.write("\n".join(self.answer(since, **options)))
        except NotProved as problem:
            raise CommandError(str(problem)) from None

    def answer(self, since: str | None, **asked: Any) -> Iterable[str]:
        if since:
            return continues(Path(since))
        if asked["key"]:
            return [key.line for key in known_keys()]
        if asked["checkpoint"]:
            return [newest_note().rstrip("\n")]
        if asked["audit"]:
            return audited()
        return [f"{seal_everything()} baris baru", *status()] if asked["seal"] else status()


def status() -> list[str]:
    last, left = newest_checkpoint(), sum(unsealed(kind).count() for kind in SOURCES)
    waiting = f"{left} menunggu dicatat"
    if last is None:
        return [f"Buku besar masih kosong; {waiting}."]
    return [
        f"{last.origin}: {last.size} baris; {waiting}",
        f"akar {last.root.hex()}",
        f"checkpoint terakhir {last.at.isoformat()}",
    ]


def newest_note() -> str:
    last = Seal.objects.order_by("-size").first()
    if last is None:
        raise NotProved("Buku besar masih kosong.")
    return last.note


def continues(file: Path) -> list[str]:
    """Prove with the stored hashes that the present tree begins with the one of an older, signed checkpoint."""
    try:
        old = opened(file.read_text(), known_keys())
    except (OSError, UnicodeDecodeError) as problem:
        raise NotProved(f"{file} tidak terbaca: {problem}") from None
    now = opened(newest_note(), known_keys())
    if not proved(old, now):
        raise NotProved(
            f"TIDAK konsisten: buku besar dengan {now.size} baris bukan lanjutan dari checkpoint {old.at.isoformat()} "
            f"dengan {old.size} baris. Ada yang diubah, dibuang, atau dipindah."
        )
    return [
        f"Konsisten: {now.size} baris sekarang melanjutkan {old.size} baris pada {old.at.isoformat()}, tanpa satu pun berubah."
    ]


def proved(old: Checkpoint, now: Checkpoint) -> bool:
    if old.size > now.size:
        return False
    path = tree.hashes_of(consistency(old.size, now.size)) if old.size else []
    return consistent(old.size, old.root, now.size, now.root, path)


def audited() -> list[str]:
    found = list(audit())
    if found:
        raise NotProved("\n".join([*found, f"{len(found)} temuan"]))
    return ["Semua baris buku besar sama dengan isi tabel, dan semua checkpoint cocok."]
