"""Our own ledger: the key that signs it now, and the public lines of all that ever did."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings

from documents.ledger.keys import SUFFIX, PublicKey, SigningKey, keys_in, private_key


def signing_key() -> SigningKey:
    """SIKLUS_LEDGER_KEY; in a demo and in tests, which have none, a key made once in LEDGER_DIR."""
    text = settings.LEDGER_KEY or kept(settings.LEDGER_DIR / "key.pem", new_key())
    return SigningKey(settings.LEDGER_ORIGIN, private_key(text))


def known_keys() -> list[PublicKey]:
    """The present key's and, since a key may be exchanged for another, those of former ones."""
    present = signing_key().public
    kept(settings.LEDGER_DIR / f"{present.id.hex()}{SUFFIX}", f"{present.line}\n")
    return list(keys_in(settings.LEDGER_DIR))


def new_key() -> str:
    private = Ed25519PrivateKey.generate()
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def kept(file: Path, text: str) -> str:
    """The file's text; where there is no file yet, it is this one. Only its owner may read it."""
    if not file.exists():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "w") as part:
            part.write(text)
        with suppress(FileExistsError):  # somebody else was quicker
            os.link(draft, file)
        os.unlink(draft)
    return file.read_text()
