"""Fields that the database holds encrypted. The first key of SIKLUS_FIELD_KEY seals, every one of them opens."""

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class SealingError(Exception):
    """Data pribadi tidak dapat disegel atau dibuka."""

    def __init__(self) -> None:
        super().__init__(" ".join((type(self).__doc__ or "").split()))


class Unreadable(SealingError):
    """Kunci yang terpasang (SIKLUS_FIELD_KEY) tidak membuka data ini."""


class NoKey(SealingError):
    """Belum ada kunci untuk menyegel data pribadi; isi SIKLUS_FIELD_KEY."""


def sealed(plain: str) -> str:
    """Raises `NoKey`."""
    return keys().encrypt(plain.encode()).decode()


def opened(token: str) -> str:
    """Raises `Unreadable` or `NoKey`; so does `resealed`."""
    try:
        return keys().decrypt(token).decode()
    except InvalidToken:
        raise Unreadable from None


def resealed(token: str) -> str:
    """The same, sealed with the first key."""
    try:
        return keys().rotate(token).decode()
    except InvalidToken:
        raise Unreadable from None


def keys() -> MultiFernet:
    if not settings.FIELD_KEYS:
        raise NoKey
    return MultiFernet([Fernet(key) for key in settings.FIELD_KEYS])
