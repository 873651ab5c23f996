"""What both generations have in common: whom they sign for, what becomes of refusals, how an answer is taken."""

import base64
import binascii
from abc import ABC, abstractmethod
from typing import Any, Self

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from documents.signing import chosen
from documents.signing.bsre.answers import accept
from documents.signing.bsre.refusals import unfit
from documents.signing.bsre.service import Service
from documents.signing.errors import (
    BadAnswer,
    BadSecret,
    NotRegistered,
    OutcomeUnknown,
    RequestRefused,
    ServiceDown,
    SigningError,
    Words,
)
from documents.signing.signer import Signatory, Signed
from documents.signing.trust import Trust


class Client(ABC):
    """A signer of documents.signing.signer. The signature is invisible: the paper has drawn its own block and QR.

    Its methods are marked as sensitive, which makes Django hide the variables of their frames and of all below them.

    Whether BSrE can lock a paper for its last signatory is unknown, so `last` changes nothing here (UNVERIFIED).
    """

    name: str
    label: Words = _("tanda tangan elektronik dengan sertifikat BSrE")
    needs_secret = True

    def __init__(self, service: Service, trust: Trust):
        self.service, self.trust = service, trust

    @classmethod
    def from_settings(cls) -> Self:
        service = Service(settings.BSRE_URL, settings.BSRE_USER, settings.BSRE_PASSWORD, settings.BSRE_CA_FILE)
        return cls(service, chosen.trust())

    @sensitive_variables()
    def sign(self, pdf: bytes, signatory: Signatory, secret: str, request_id: str, *, last: bool = True) -> Signed:
        if not signatory.nik:
            raise NotRegistered(_("NIK penanda tangan belum dicatat; naskah belum ditandatangani."))
        if not secret:
            raise BadSecret(_("Frasa sandi tanda tangan elektronik belum diisi."))
        try:
            return self._sign(pdf, signatory, secret)
        except RequestRefused as refused:
            raise self._reason(signatory) or refused from None

    @sensitive_variables()
    def status(self, signatory: Signatory) -> str:
        problem = unfit(self._state_or_down(signatory))
        return str(problem or "")

    @abstractmethod
    def _sign(self, pdf: bytes, signatory: Signatory, secret: str) -> Signed: ...

    @sensitive_variables()
    def inquire(self, pdf: bytes, signatory: Signatory, request_id: str, *, provider_id: str = "") -> Signed | None:
        """What the service can still tell; otherwise a person must look."""
        if provider_id and (found := self._find(pdf, signatory, provider_id)):
            return found
        raise OutcomeUnknown(provider_id=provider_id)

    def _find(self, pdf: bytes, signatory: Signatory, number: str) -> Signed | None:
        """The paper of a number, for a service that keeps what it signed."""
        return None

    @abstractmethod
    def _state(self, signatory: Signatory) -> str:
        """How the service names the signatory's state."""

    def _reason(self, signatory: Signatory) -> SigningError | None:
        """A refusal without a known code is explained by the signatory's state, if that is the reason."""
        try:
            return unfit(self._state_or_down(signatory))
        except ServiceDown:
            return None

    def _state_or_down(self, signatory: Signatory) -> str:
        """To ask is harmless, so a lost answer here leaves nothing unknown. Raises ServiceDown where it says no state."""
        try:
            state = self._state(signatory)
        except OutcomeUnknown:
            raise ServiceDown from None
        if not state:
            raise ServiceDown
        return state

    def _accepted(self, pdf: bytes, answer: bytes, signatory: Signatory, number: str) -> Signed:
        return accept(pdf, answer, signatory, self.trust, number)


def decoded(text: Any) -> bytes:
    """A PDF in base64, as JSON brings it."""
    try:
        return base64.b64decode(text, validate=True)
    except (TypeError, ValueError, binascii.Error):
        raise BadAnswer from None
