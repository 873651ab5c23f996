"""Finding what somebody holds in his hands: by the token of its QR code, its number, or the hash of its file."""

from django.db.models import Q, QuerySet

from documents.models import Document
from workflows.core.models import Attachment, File
from workflows.decrees.models import Decree, DecreeNumber
from workflows.decrees.states import NumberState
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from .verdicts import BY_STATE

MOST = 20
"""Decrees that a search by number shows; two hundred regents may use the same one."""


def shown() -> QuerySet[Decree]:
    """Decrees whose paper may be in somebody's hands."""
    return Decree.objects.filter(state__in=list(BY_STATE)).select_related(
        "file__region", "file__snapshot", "issuer__region"
    )


def by_token(token: str) -> Decree | None:
    return shown().filter(file__token=token).first()


def by_number(text: str) -> list[Decree]:
    """Those that bear this number, whoever gave it; capitals and spaces do not matter. The newest first."""
    numbers = DecreeNumber.objects.filter(text__iexact=" ".join(text.split()), state=NumberState.ISSUED)
    return list(shown().filter(file__in=numbers.values("file")).order_by("-decided_on", "-pk")[:MOST])


def by_hash(sha256: str) -> Decree | None:
    """The decree whose very file this is: its final or signed paper, or the confirmed scan of the one in ink."""
    papers = papers_shown().filter(sha256=sha256).values("file")
    scans = scans_shown().filter(
        note__in=[str(pk) for pk in Attachment.objects.filter(sha256=sha256).values_list("pk", flat=True)]
    )
    return shown().filter(Q(file__in=papers) | Q(file__in=scans.values("file"))).first()


def papers_shown() -> QuerySet[Document]:
    return Document.objects.filter(form__in=["final", "signed"])


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
