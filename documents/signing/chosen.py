"""The signer that the settings name, and whom the settings trust."""

from functools import cache
from importlib import import_module

from django.conf import settings

from documents.signing.errors import NoSigner
from documents.signing.pki import Authority
from documents.signing.signer import Signer
from documents.signing.trust import Trust

MODULES = {"local": "documents.signing.local", "bsre1": "documents.signing.bsre1", "bsre2": "documents.signing.bsre2"}


def signer() -> Signer:
    """The one that SIKLUS_SIGNER names, the same as long as the process lives. Raises NoSigner where all is ink."""
    if not settings.SIGNER:
        raise NoSigner
    return _made(settings.SIGNER)


@cache
def _made(name: str) -> Signer:
    """Only the chosen one is imported: signatures are heavy, and every process would carry them."""
    return import_module(MODULES[name]).from_settings()


def trust() -> Trust:
    """The certificates of the folder SIKLUS_TRUST and, where it signs, those of the local test authority."""
    known = Trust.of(settings.TRUST_DIR) if settings.TRUST_DIR else Trust()
    return (
        known.with_pem(Authority(settings.LOCAL_SIGNER_DIR / "authority").root_pem)
        if settings.SIGNER == "local"
        else known
    )
