"""Who can put a signature on bytes: the interface that the local test authority and both generations of BSrE keep."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from documents.signing.errors import Words


@dataclass(frozen=True)
class Signatory:
    """Whose signature is asked for. The NIK is shown by no repr and goes to nobody but the provider."""

    name: str  # as the paper prints it, with titles
    office: str  # such as "Bupati Lampung Barat"
    nik: str = field(default="", repr=False)
    email: str = field(default="", repr=False)


@dataclass(frozen=True)
class Signed:
    """The answer: the whole signed PDF, which begins with the bytes that were handed over."""

    pdf: bytes = field(repr=False)
    provider_id: str  # what the provider calls it; empty where it has no name for it
    signed_at: datetime  # aware
    meta: Mapping[str, str]  # what else the provider said, fit to be stored: never NIK, passphrase or PDF


class Signer(Protocol):
    """Every method may raise the errors of `documents.signing.errors` and nothing else."""

    name: str  # as SIKLUS_SIGNER names it
    label: Words  # what pages say of its signatures, in Indonesian
    needs_secret: bool  # without one it may also be asked by the worker

    def sign(self, pdf: bytes, signatory: Signatory, secret: str, request_id: str, *, last: bool = True) -> Signed:
        """Sign once. `last`: nobody signs after him, so the paper is locked (a provider may not offer that).

        After OutcomeUnknown or BadAnswer it must not be called again for this request before `inquire` has answered.
        """

    def inquire(self, pdf: bytes, signatory: Signatory, request_id: str, *, provider_id: str = "") -> Signed | None:
        """What became of a request: the signed paper, or None if it was certainly not signed.

        Raises OutcomeUnknown where nobody but a person can find out.
        """

    def status(self, signatory: Signatory) -> str:
        """Whether he may sign, as a sentence; empty if he may."""
