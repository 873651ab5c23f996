"""Our own ledger: the key that signs it now, and the public lines of all that ever did."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings

from documents.ledger.keys import SUFFIX, PublicKey, SigningKey, keys_in, private_key
from documents.signing.kept import find, keep


def signing_key() -> SigningKey:
    """SIKLUS_LEDGER_KEY; in a demo and in tests, which have none, a key made once in LEDGER_DIR."""
    text = settings.LEDGER_KEY or made_once(settings.LEDGER_DIR / "key.pem")
    return SigningKey(settings.LEDGER_ORIGIN, private_key(text))


def known_keys() -> list[PublicKey]:
    """The present key's and, since a key may be exchanged for another, those of former ones."""
    present = signing_key().public
    place = settings.LEDGER_DIR / f"{present.id.hex()}{SUFFIX}"
    if not place.exists():
        keep(place, f"{present.line}\n".encode())
    return list(keys_in(settings.LEDGER_DIR))


def made_once(place: Path) -> str:
    """The key that is kept there, which only its owner may read; made if there is none."""
    if (text := find(place)) is None:
        key = Ed25519PrivateKey.generate()
        text = keep(place, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return text.decode()
