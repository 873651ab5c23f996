"""Finding what somebody holds in his hands: by the token of its QR code, its number, or the hash of its file."""

import re

from django.db.models import Q, QuerySet

from documents.forms import SIGNED, Form
from documents.models import Document
from workflows.core.models import Attachment, File
from workflows.decrees.models import Decree, DecreeNumber
from workflows.decrees.states import NumberState
from workflows.letters.models import Letter
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from .verdicts import OF_DECREES, OF_LETTERS

Subject = Decree | Letter

BEFORE_NUMBER = re.compile(r"^\s*(nomor|no\.)\s*:?", re.IGNORECASE)
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
    """Those that bear this number, whoever gave it; capitals, spaces and a *Nomor* before it do not matter. The newest first."""
    typed = " ".join(BEFORE_NUMBER.sub("", text).split())
    numbers = DecreeNumber.objects.filter(text__iexact=typed, state=NumberState.ISSUED)
    return list(decrees_shown().filter(file__in=numbers.values("file")).order_by("-decided_on", "-pk")[:MOST])


def by_hash(sha256: str) -> Subject | None:
    """Whose very file this is: its final or signed paper, or the confirmed scan of the one in ink."""
    papers = papers_shown().filter(sha256=sha256).values("file")
    scans = scans_shown().filter(
        note__in=[str(pk) for pk in Attachment.objects.filter(sha256=sha256).values_list("pk", flat=True)]
    )
    mine = Q(file__in=papers) | Q(file__in=scans.values("file"))
    return decrees_shown().filter(mine).first() or letters_shown().filter(mine).first()


def papers_shown() -> QuerySet[Document]:
    return Document.objects.filter(form__in=[Form.FINAL, SIGNED])


def scans_shown() -> QuerySet[Assignment]:
    """The tasks by which a second person found the scan to be the paper; each notes its attachment."""
    return Assignment.objects.filter(kind=AssignmentKind.CONFIRM_SCAN, state=AssignmentState.APPROVED)


def paper_of(file: File) -> Document | None:
    """The archived paper that counts: the signed one, else the final one."""
    return papers_shown().filter(file=file).order_by("form", "pk").last()


def scan_of(file: File) -> Attachment | None:
    """The confirmed scan of a paper signed in ink."""
    noted = scans_shown().filter(file=file).order_by("pk").values_list("note", flat=True).last()
    return Attachment.objects.filter(pk=noted).first() if noted else None
