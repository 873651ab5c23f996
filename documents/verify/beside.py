"""Copies that can be verified anywhere: each with its snapshot and its receipt beside it, and a folder of trust."""

import json
from contextlib import suppress
from pathlib import Path

from documents.ledger.errors import NotSealed
from documents.ledger.keys import export
from documents.ledger.ours import known_keys
from documents.ledger.receipts import receipt_for
from documents.models import Document
from documents.signing import chosen
from workflows.core.canonical import canonical

TRUST = "trust"
"""The folder of keys and certificates that a verifier looks for."""


def receipt_beside(pdf: Path) -> Path:
    return pdf.with_name(f"{pdf.name}.receipt.json")


def snapshot_beside(pdf: Path) -> Path:
    return pdf.with_suffix(".snapshot.json")


def write_beside(document: Document, folder: Path, before: str = "") -> Path:
    """Copy an archived paper as `NAME.pdf`; beside it `NAME.snapshot.json` and, once sealed, `NAME.pdf.receipt.json`.

    What lay there under that name is replaced; `before` goes in front of it where papers may share a name, as the 136
    excerpts of one decree do. Returns the PDF's path.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pdf = folder / f"{before}{document.file_name}.pdf"
    pdf.write_bytes(document.file_path.read_bytes())
    beside = {key: getattr(document, key) for key in ("template", "form", "content", "sha256")}
    snapshot_beside(pdf).write_bytes(canonical(beside))
    with suppress(NotSealed):
        receipt = json.dumps(receipt_for(document), indent=1, ensure_ascii=False)
        receipt_beside(pdf).write_text(f"{receipt}\n", encoding="utf-8")
    return pdf


def write_trust(folder: Path) -> Path:
    """Make `folder/trust` with what a verifier must know of us: the ledger's public keys and the signers' roots.

    Returns it.
    """
    trust = folder / TRUST
    export(known_keys(), trust)
    (trust / "certificates.pem").write_bytes(chosen.trust().pem)
    return trust
