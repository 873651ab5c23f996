"""The signer that the settings name, and whom the settings trust."""

from importlib import import_module

from django.conf import settings

from documents.signing.errors import NoSigner
from documents.signing.pki import Authority
from documents.signing.signer import Signer
from documents.signing.trust import Trust

MODULES = {
    "local": "documents.signing.local",
    "bsre1": "documents.signing.bsre.generation1",
    "bsre2": "documents.signing.bsre.generation2",
}


def signer() -> Signer:
    """The one that SIKLUS_SIGNER names; only its module is imported, as signatures are heavy. Raises NoSigner for ink."""
    if not settings.SIGNER:
        raise NoSigner
    return import_module(MODULES[settings.SIGNER]).from_settings()


def trust() -> Trust:
    """The certificates of the folder SIKLUS_TRUST and, where it signs, those of the local test authority."""
    known = Trust.of(settings.TRUST_DIR) if settings.TRUST_DIR else Trust()
    return (
        known.with_pem(Authority(settings.LOCAL_SIGNER_DIR / "authority").root_pem)
        if settings.SIGNER == "local"
        else known
    )
