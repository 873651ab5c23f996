"""Content as bytes: the canonical JSON that hashes, archives and comparisons are made of."""

import hashlib
import json
import unicodedata
from typing import Any


def canonical(content: Any) -> bytes:
    """Sorted keys, no spaces, UTF-8, NFC: equal contents give equal bytes."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return unicodedata.normalize("NFC", text).encode()


def normal(content: Any) -> Any:
    """The content as its canonical bytes say it: what is hashed is what is printed."""
    return json.loads(canonical(content))


def fingerprint(content: Any) -> str:
    """SHA-256 of the canonical bytes, 64 hex digits."""
    return hashlib.sha256(canonical(content)).hexdigest()
