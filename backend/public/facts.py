"""What the check page shows of a decree: nothing but what its paper prints and whether it holds."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from documents.models import Document
from workflows.core.models import Attachment
from workflows.decrees.models import Decree
from workflows.decrees.states import DecreeState, Signing

from .lookup import paper_of, scan_of
from .verdicts import Verdict, changes_of, verdict_on

NOT_SIGNED_YET = [DecreeState.APPROVED, DecreeState.NUMBERED]
MOST_ROWS = 150
"""Villages on the first page: the page stays below 25 KB on a slow line; the others are one link away."""


@dataclass(frozen=True)
class Facts:
    """One decree for the public."""

    decree: Decree

    @cached_property
    def verdict(self) -> Verdict:
        return verdict_on(self.decree)

    @property
    def issue(self) -> dict[str, Any]:
        return self.decree.issue or {}

    @property
    def title(self) -> str:
        return self.decree.subject

    @property
    def number(self) -> str:
        return self.issue.get("number") or ""

    @property
    def issuer(self) -> str:
        content = self.decree.file.snapshot.content if self.decree.file.snapshot else {}
        return content.get("issuer", {}).get("title") or self.decree.issuer.label

    @property
    def signatory(self) -> str:
        """As the paper prints it: `Plt. BUPATI CONTOH – NAMA`; nothing for an old decree of which only the number is known."""
        signatory = self.issue.get("signatory") or {}
        return " – ".join(part for part in (" ".join(signatory.get("lines", [])), signatory.get("name", "")) if part)

    @property
    def signing(self) -> str:
        if self.decree.from_paper:
            return _("Tanda tangan basah; dicatat dari buku, naskahnya tidak tersimpan di sini")
        if self.decree.state in NOT_SIGNED_YET:
            return _("Belum ditandatangani")
        return {
            Signing.INK: _("Tanda tangan basah; pindaiannya dicocokkan orang kedua"),
            Signing.TTE: _("Tanda tangan elektronik"),
        }.get(Signing(self.decree.signing), _("Belum bertanda tangan elektronik"))

    @cached_property
    def changes(self) -> list[Any]:
        """By what it was changed: the links, each with its decree."""
        return list(changes_of(self.decree))

    @cached_property
    def changed(self) -> list[Any]:
        """What it changed itself."""
        return list(self.decree.links.select_related("other__file"))

    @cached_property
    def paper(self) -> Document | None:
        """Its archived PDF; none before the signature, for what is not signed must not be passed on."""
        return None if self.decree.state in NOT_SIGNED_YET else paper_of(self.decree.file)

    @cached_property
    def scan(self) -> Attachment | None:
        return scan_of(self.decree.file) if self.decree.signing == Signing.INK else None

    @cached_property
    def file(self) -> Document | Attachment | None:
        """The bytes that count: the scan of a paper signed in ink, else the archived PDF."""
        return self.scan or self.paper

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The villages as the annex prints them, in the snapshot that was decided on."""
        content = self.decree.file.snapshot.content if self.decree.file.snapshot else {}
        return [row for annex in content.get("annexes", []) if annex["kind"] == "villages" for row in annex["rows"]]
