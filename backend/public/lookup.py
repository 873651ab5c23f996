"""Finding what somebody holds in his hands: by the token of its QR code, its number, or the hash of its file."""

import re
from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet, Value

from documents.forms import SIGNED, Form
from documents.models import Document
from workflows.core.finding import NumberKey
from workflows.core.models import Attachment, File
from workflows.decrees.models import Decree, DecreeNumber
from workflows.decrees.states import NumberState, Signing
from workflows.letters.models import Letter
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from .verdicts import OF_DECREES, OF_LETTERS

Subject = Decree | Letter

BEFORE_NUMBER = re.compile(r"^\s*(nomor|no\.)\s*:?", re.IGNORECASE)
DIGITS = "0123456789"
MOST = 20
"""Decrees that a search by number shows; two hundred regents may use the same one."""


def decrees_shown() -> QuerySet[Decree]:
    """Decrees whose paper may be in somebody's hands."""
    shown = Decree.objects.filter(state__in=list(OF_DECREES))
    return shown.select_related("file__region", "file__snapshot", "issuer__region")


def letters_shown() -> QuerySet[Letter]:
    shown = Letter.objects.filter(state__in=list(OF_LETTERS), issue__isnull=False)
    return shown.select_related("file__region", "file__snapshot", "office__region", "concerns__decree__file")


def by_token(token: str) -> Subject | None:
    """Whatever bears this token, once it was decided on."""
    return decrees_shown().filter(file__token=token).first() or letters_shown().filter(file__token=token).first()


def by_number(text: str) -> list[Decree]:
    """Those that bear this number, whoever gave it. The newest first.

    Capitals, separators, zeros in front and a *Nomor* before it do not matter. A *salinan* or *petikan* bears the number
    of its decree, which answers for it; letters are not looked for by number, as theirs are nobody's business.
    """
    return bearing([BEFORE_NUMBER.sub("", text)])


def nearly(text: str) -> list[Decree]:
    """Those whose number is another by one wrong, missing or surplus digit, or by two that changed places."""
    typed = BEFORE_NUMBER.sub("", text)
    return bearing(sorted(set(slips(typed)) - {typed}))


def bearing(numbers: list[str]) -> list[Decree]:
    keys: list[Any] = [NumberKey(Value(number)) for number in numbers if any(sign.isalnum() for sign in number)]
    numbered = DecreeNumber.objects.alias(key=NumberKey("text")).filter(key__in=keys, state=NumberState.ISSUED)
    return list(decrees_shown().filter(file__in=numbered.values("file")).order_by("-decided_on", "-pk")[:MOST])


def slips(typed: str) -> Iterator[str]:
    """What may have been meant: each digit replaced, left out or doubled by another, each pair of neighbours swapped."""
    for at, sign in enumerate(typed):
        if sign in DIGITS:
            before, after = typed[:at], typed[at + 1 :]
            yield before + after
            yield from (before + digit + after for digit in DIGITS)
            yield from (before + digit + sign + after for digit in DIGITS)
            yield from (before + sign + digit + after for digit in DIGITS)
            if after and after[0] in DIGITS:
                yield before + after[0] + sign + after[1:]


def by_hash(sha256: str) -> Subject | None:
    """Whose very file this is. The unsigned bytes of a signed paper are not it, nor is the paper of a decision taken back."""
    papers = Document.objects.filter(sha256=sha256, form__in=[Form.FINAL, SIGNED]).values("file")
    scans = scans_shown().filter(
        note__in=[str(pk) for pk in Attachment.objects.filter(sha256=sha256).values_list("pk", flat=True)]
    )
    mine = Q(file__in=papers) | Q(file__in=scans.values("file"))
    found = decrees_shown().filter(mine).first() or letters_shown().filter(mine).first()
    held = found and file_of(found)
    return found if held and held.sha256 == sha256 else None


def scans_shown() -> QuerySet[Assignment]:
    """The tasks by which a second person found the scan to be the paper; each notes its attachment."""
    return Assignment.objects.filter(kind=AssignmentKind.CONFIRM_SCAN, state=AssignmentState.APPROVED)


def file_of(subject: Subject) -> Document | Attachment | None:
    """The bytes that count: the confirmed scan of a paper signed in ink, else the archived PDF."""
    return scan_of(subject.file) if subject.signing == Signing.INK else paper_of(subject)


def paper_of(subject: Subject) -> Document | None:
    """The archived PDF: with its signatures where it is signed electronically, else the one of the decision that stands."""
    papers = Document.objects.filter(file=subject.pk).order_by("pk")
    if subject.signing == Signing.TTE:
        return papers.filter(form=SIGNED).last()
    return papers.filter(form=Form.FINAL, content__issue=subject.issue).last()


def scan_of(file: File) -> Attachment | None:
    """The confirmed scan of a paper signed in ink."""
    noted = scans_shown().filter(file=file).order_by("pk").values_list("note", flat=True).last()
    return Attachment.objects.filter(pk=noted).first() if noted else None
