"""The signer of demos, tests and rehearsals: our own test authority signs. No certified electronic signature."""

import hashlib
from functools import cached_property
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from documents.signing import kept, pades
from documents.signing.errors import RequestRefused, Words
from documents.signing.pki import ROOT_NAME, Authority
from documents.signing.signer import Signatory, Signed, Signer


class LocalSigner:
    """Signs at once and without a secret, and keeps what it has signed under the name of the request.

    So it can tell after a crash what became of a request, and asked again it gives the same bytes.
    """

    name = "local"
    label: Words = _("bukan tanda tangan elektronik tersertifikasi")
    needs_secret = False

    def __init__(self, folder: Path):
        self.folder = folder

    @cached_property
    def authority(self) -> Authority:
        return Authority(self.folder / "authority")

    @cached_property
    def stamper(self) -> pades.Stamper:
        return pades.Stamper(self.authority)

    def sign(self, pdf: bytes, signatory: Signatory, secret: str, request_id: str, *, last: bool = True) -> Signed:
        done = self.inquire(pdf, signatory, request_id)
        if done:
            return done
        pair = self.authority.certify(signatory.name, signatory.office)
        place = self._place(request_id)
        return self._told(place, kept.keep(place, pades.sign(pdf, pair, self.authority, self.stamper, last)))

    def inquire(self, pdf: bytes, signatory: Signatory, request_id: str, *, provider_id: str = "") -> Signed | None:
        place = self._place(request_id)
        signed = kept.find(place)
        if signed is None:
            return None
        if not signed.startswith(pdf):
            raise RequestRefused(_("Permintaan tanda tangan ini sudah dipakai untuk naskah lain."))
        return self._told(place, signed)

    def status(self, signatory: Signatory) -> str:
        return ""

    def _place(self, request_id: str) -> Path:
        return self.folder / "signed" / f"{hashlib.sha256(request_id.encode()).hexdigest()}.pdf"

    def _told(self, place: Path, signed: bytes) -> Signed:
        return Signed(signed, place.stem, kept.since(place), {"authority": ROOT_NAME})


def from_settings() -> Signer:
    return LocalSigner(settings.LOCAL_SIGNER_DIR)
