"""What is told about signed bytes: each signature in order, and the whole in one Indonesian sentence."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from django.utils.translation import gettext as _


class Flaw(StrEnum):
    """Why a file is not a soundly signed paper; the worst comes first."""

    NOT_PDF = "not_pdf"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    UNREADABLE = "unreadable"
    UNFINISHED = "unfinished"
    UNSIGNED = "unsigned"
    BROKEN = "broken"
    CHANGED = "changed"
    APPENDED = "appended"
    UNTRUSTED = "untrusted"


@dataclass(frozen=True)
class Signature:
    """One signature, or one time stamp on the whole document."""

    kind: str  # signature | timestamp
    signer: str  # the certificate's common name
    issuer: str  # the common name of who issued the certificate
    at: datetime | None  # aware; the proven time if there is one, else the one that the signer claims
    proven: bool  # whether a trusted time stamp says so
    intact: bool  # the bytes that it covers are those that were signed
    permitted: bool  # what came after it is only what it allows: proofs, time stamps, signatures still awaited
    whole: bool  # it covers the entire file
    trusted: bool  # the chain leads to a root of the trust, and was valid at that time
    test: bool  # issued by the local test authority
    level: str  # PAdES: B-B, B-T, B-LT, B-LTA; empty for a time stamp
    changes: str  # what came after it: none, lta_updates, form_filling, annotations, other
    reason: str  # the standard name of what was found out about the chain (ETSI EN 319 102-1, 5.1.3)

    @classmethod
    def read(cls, facts: dict[str, Any]) -> Self:
        """From the box, whose answers are JSON."""
        return cls(**facts | {"at": datetime.fromisoformat(facts["at"]) if facts["at"] else None})

    @property
    def flaw(self) -> Flaw | None:
        if not self.intact:
            return Flaw.BROKEN
        if not self.permitted:
            return Flaw.CHANGED
        return None if self.trusted else Flaw.UNTRUSTED


@dataclass(frozen=True)
class Judgement:
    """About one file. Sound means: signed, nothing changed, every signature trusted, the last one covers every byte.

    That somebody signed these bytes does not make them ours: whether the register knows them is asked elsewhere.
    """

    signatures: tuple[Signature, ...] = ()  # in the order of signing, time stamps on the document included
    refused: Flaw | None = None  # why the file could not be looked at

    @property
    def flaw(self) -> Flaw | None:
        """What is wrong with it, or None."""
        if self.refused or not self.signed_by:
            return self.refused or Flaw.UNSIGNED
        found = {signature.flaw for signature in self.signatures}
        if not self.signatures[-1].whole:
            found.add(Flaw.APPENDED)
        return min((flaw for flaw in found if flaw), key=list(Flaw).index, default=None)

    @property
    def sound(self) -> bool:
        return self.flaw is None

    @property
    def signed_by(self) -> tuple[Signature, ...]:
        """The signatures of people."""
        return tuple(signature for signature in self.signatures if signature.kind == "signature")

    @property
    def test(self) -> bool:
        """Whether the local test authority is behind any of it."""
        return any(signature.test for signature in self.signatures)

    @property
    def sentence(self) -> str:
        names = ", ".join(signature.signer for signature in self.signed_by)
        said = str(SENTENCES[self.flaw]()) % {"names": names}
        return (
            f"{said} {_('Sertifikat uji coba: bukan tanda tangan elektronik tersertifikasi.')}" if self.test else said
        )


SENTENCES = {
    None: lambda: _("Ditandatangani secara elektronik oleh %(names)s; isinya tidak berubah sejak itu."),
    Flaw.NOT_PDF: lambda: _("Berkas ini bukan PDF."),
    Flaw.TOO_LARGE: lambda: _("Berkas ini lebih besar dari 20 MB dan tidak diperiksa."),
    Flaw.TOO_SLOW: lambda: _("Pemeriksaan berkas ini terlalu lama dan dihentikan; berkas ini tidak wajar."),
    Flaw.UNREADABLE: lambda: _("PDF ini rusak, terpotong, atau disusun secara tidak wajar."),
    Flaw.UNFINISHED: lambda: _("Pemeriksaan berkas ini terhenti; coba lagi."),
    Flaw.UNSIGNED: lambda: _("PDF ini tidak memuat tanda tangan elektronik."),
    Flaw.BROKEN: lambda: _("Tanda tangan pada PDF ini (%(names)s) rusak: isinya bukan lagi yang ditandatangani."),
    Flaw.CHANGED: lambda: _("Setelah ditandatangani oleh %(names)s, isi PDF ini diubah."),
    Flaw.APPENDED: lambda: _("PDF ini memuat tambahan setelah tanda tangan terakhir (%(names)s)."),
    Flaw.UNTRUSTED: lambda: _(
        "PDF ini bertanda tangan %(names)s, tetapi penerbit sertifikatnya tidak dipercaya di sini."
    ),
}
