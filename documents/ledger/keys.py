"""Who signs checkpoints, and whose signatures are believed: Ed25519 keys as signed notes write them (C2SP signed-note).

A public key is one line of text, `name+id+key`. The id stands before every signature, so that a key can be exchanged for
another: the server keeps the lines of all that it ever had, and verifiers trust the lines in the folder given to them.
"""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_der_private_key

from documents.ledger.errors import NotProved

ED25519 = b"\1"
"""How signed notes number the algorithm; it stands before the key in its line and in the hash that makes the id."""
SUFFIX = ".vkey"


@dataclass(frozen=True)
class PublicKey:
    """Of the log `name`; `raw` are the 32 bytes of the key."""

    name: str
    raw: bytes

    @cached_property
    def id(self) -> bytes:
        return sha256(self.name.encode() + b"\n" + ED25519 + self.raw).digest()[:4]

    @property
    def line(self) -> str:
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(ED25519 + self.raw).decode()}"

    def signed(self, signature: bytes, text: bytes) -> bool:
        """Whether this key made the signature over this text."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, text)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class SigningKey:
    name: str
    private: Ed25519PrivateKey

    @cached_property
    def public(self) -> PublicKey:
        return PublicKey(self.name, self.private.public_key().public_bytes_raw())

    def sign(self, text: bytes) -> bytes:
        return self.private.sign(text)


def private_key(text: str) -> Ed25519PrivateKey:
    """From PEM, or from the base64 between its first and last line. Raises ValueError for anything but an Ed25519 key."""
    body = "".join(line for line in text.split("\n") if not line.startswith("-----"))
    try:
        key = load_der_private_key(base64.b64decode(body, validate=True), None)
    except (TypeError, UnsupportedAlgorithm) as problem:
        raise ValueError(str(problem)) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError("not an Ed25519 key")
    return key


def public_key(line: str) -> PublicKey:
    """Raises NotProved for a line that is none, or whose id is not that of its key."""
    name, _, rest = line.strip().partition("+")
    claimed, _, encoded = rest.partition("+")
    try:
        blob = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        blob = b""
    key = PublicKey(name, blob[1:])
    if not name or blob[:1] != ED25519 or len(blob) != 33 or key.id.hex() != claimed:
        raise NotProved(f"bukan kunci publik buku besar: {line[:60]}")
    return key


def keys_in(folder: Path) -> Iterator[PublicKey]:
    """Those in the `*.vkey` files of a folder, a line each. Raises NotProved for a line that is none."""
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        for line in file.read_text().splitlines():
            if line.strip():
                yield public_key(line)


def export(keys: list[PublicKey], folder: Path) -> Path:
    """Put the keys into a verifier's folder of trust; returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"ledger{SUFFIX}"
    file.write_text("".join(f"{key.line}\n" for key in keys))
    return file
