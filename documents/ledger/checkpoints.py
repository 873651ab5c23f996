"""Checkpoints: the size and root of the ledger at a moment, signed. Plain text, as transparency logs write them.

    siklus.example/ledger                  the log
    20852163                               leaves
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2…      root
    at 2024-05-06T03:04:05+00:00           extension line: when

    — siklus.example/ledger Az3grlgtzPIC…  id of the key and Ed25519 signature over the lines above

The format is C2SP tlog-checkpoint in a C2SP signed-note, so that witnesses and monitors of other logs can read it.
"""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from documents.ledger.errors import NotProved
from documents.ledger.keys import PublicKey, SigningKey
from documents.ledger.merkle import LARGEST, SIZE

DASH = "— "


@dataclass(frozen=True)
class Checkpoint:
    """What somebody signed: the log `origin` had `size` leaves under `root` at `at` (aware)."""

    origin: str
    size: int
    root: bytes
    at: datetime

    @property
    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\nat {self.at.isoformat()}\n"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises NotProved for anything that `text` would not write in just this way."""
        try:
            origin, size, root, at, end = text.split("\n")
            found = cls(origin, int(size), base64.b64decode(root, validate=True), datetime.fromisoformat(at[3:]))
        except (ValueError, binascii.Error):
            raise NotProved("checkpoint rusak") from None
        if (
            found.text != text
            or end
            or len(found.root) != SIZE
            or not 0 <= found.size <= LARGEST
            or not found.at.tzinfo
        ):
            raise NotProved("checkpoint rusak")
        return found

    def signed(self, key: SigningKey) -> str:
        """The note: the text and its signature line."""
        signature = base64.b64encode(key.public.id + key.sign(self.text.encode())).decode()
        return f"{self.text}\n{DASH}{key.name} {signature}\n"


def opened(note: str, keys: Iterable[PublicKey]) -> Checkpoint:
    """The checkpoint of a note that one of the keys has signed. Raises NotProved."""
    text, parted, lines = note.partition("\n\n")
    text += "\n"
    signatures = [signature_in(line) for line in lines.splitlines()]
    if not parted or not signatures:
        raise NotProved("checkpoint rusak")
    checkpoint = Checkpoint.parse(text)
    known = [key for key in keys if key.name == checkpoint.origin]
    by_known = [
        (key, made) for name, key_id, made in signatures for key in known if (name, key_id) == (key.name, key.id)
    ]
    if not by_known:
        raise NotProved(f"checkpoint {checkpoint.origin} tidak ditandatangani dengan kunci yang dikenal")
    if not all(key.signed(made, text.encode()) for key, made in by_known):
        raise NotProved("tanda tangan checkpoint salah")
    return checkpoint


def signature_in(line: str) -> tuple[str, bytes, bytes]:
    """Name, id of the key and signature of a note's last lines. Raises NotProved where it is not written in just one way."""
    name, _, encoded = line.removeprefix(DASH).rpartition(" ")
    try:
        made = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        made = b""
    if not line.startswith(DASH) or not name or len(made) < 5 or base64.b64encode(made).decode() != encoded:
        raise NotProved("checkpoint rusak")
    return name, made[:4], made[4:]
