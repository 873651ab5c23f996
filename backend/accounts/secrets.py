"""Long random texts that open something. Whoever reads our database finds only their hashes."""

from hashlib import sha256
from secrets import token_urlsafe


def fresh() -> str:
    return token_urlsafe(32)


def digest(secret: str) -> str:
    """SHA-256 is enough: what is hashed is random, not chosen."""
    return sha256(secret.encode()).hexdigest()
