"""What the check page shows of a paper: nothing but what it prints itself, and whether it holds."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from documents.models import Document
from workflows.core.models import Attachment
from workflows.decrees.models import Decree, DecreeLink
from workflows.decrees.states import Signing
from workflows.letters.models import Letter
from workflows.signing.models import SigningRequest

from .lookup import file_of, paper_of
from .verdicts import NOT_YET_VALID, Verdict, changes_of, verdict_on

MOST_ROWS = 150
"""Villages on the first page: it stays below 25 KB on a slow line; the others are one link away."""


@dataclass(frozen=True)
class Facts:
    """One decree or letter for the public."""

    subject: Decree | Letter

    @cached_property
    def verdict(self) -> Verdict:
        return verdict_on(self.subject)

    @property
    def issue(self) -> dict[str, Any]:
        return self.subject.issue or {}

    @property
    def content(self) -> dict[str, Any]:
        return self.subject.file.snapshot.content if self.subject.file.snapshot else {}

    @property
    def number(self) -> str:
        return self.issue.get("number") or ""

    @property
    def issuer(self) -> str:
        """Of a copy the office that certifies it."""
        office = self.subject.office if isinstance(self.subject, Letter) else self.subject.issuer
        printed = self.content.get("office") or self.content.get("issuer") or {}
        return printed.get("title") or office.label

    @property
    def signatory(self) -> str:
        """As the paper prints it: `Plt. BUPATI CONTOH – NAMA`; nothing for an old decree of which only the number is known."""
        signatory = self.issue.get("signatory") or {}
        return " – ".join(part for part in (" ".join(signatory.get("lines", [])), signatory.get("name", "")) if part)

    @property
    def signing(self) -> str:
        if isinstance(self.subject, Decree) and self.subject.from_paper:
            return _("Tanda tangan basah; dicatat dari buku, naskahnya tidak tersimpan di sini")
        if self.verdict is NOT_YET_VALID:
            return _("Belum ditandatangani")
        return {
            Signing.INK: _("Tanda tangan basah; pindaiannya dicocokkan orang kedua"),
            Signing.TTE: self.certified,
        }.get(Signing(self.subject.signing), _("Belum bertanda tangan elektronik"))

    @property
    def certified(self) -> str:
        """An electronic signature, and whether an authority stands behind it."""
        requests = SigningRequest.objects.filter(assignment__file=self.subject.pk, outcome__code="")
        if requests.filter(signer="local").exists():
            return _("Tanda tangan elektronik uji coba, bukan tanda tangan elektronik tersertifikasi")
        return _("Tanda tangan elektronik tersertifikasi (BSrE)")

    @cached_property
    def changes(self) -> list[DecreeLink]:
        """By what a decree was changed: the links, each with its decree."""
        return list(changes_of(self.subject)) if isinstance(self.subject, Decree) else []

    @cached_property
    def changed(self) -> list[DecreeLink]:
        """What it changed itself."""
        return list(self.subject.links.select_related("other__file").order_by("pk")) if isinstance(self.subject, Decree) else []

    @cached_property
    def original(self) -> "Facts | None":
        """What a copy or an excerpt is one of."""
        if not isinstance(self.subject, Letter) or not self.subject.is_copy:
            return None
        return Facts(self.subject.concerns.decree)

    @cached_property
    def paper(self) -> Document | None:
        """Its archived PDF; none before the signature, for what is not signed must not be passed on."""
        return None if self.verdict is NOT_YET_VALID else paper_of(self.subject)

    @cached_property
    def file(self) -> Document | Attachment | None:
        """The bytes that count, once they are signed."""
        return None if self.verdict is NOT_YET_VALID else file_of(self.subject)

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The villages as the first list of the paper prints them, in the snapshot that was decided on."""
        lists = [annex["rows"] for annex in self.content.get("annexes", []) if annex["kind"] == "villages"]
        return lists[0] if lists else []
