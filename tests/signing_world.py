"""What tests of signing need: a village's decree whose paper is made and waits for its head, and a signer to command."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from documents import archive
from documents.models import Document
from documents.signing.errors import SigningError
from documents.signing.signer import Signatory, Signed
from tests.decree_world import DecreeWorld, fresh
from worker.relay import carry_out
from workflows.core.door import perform
from workflows.core.models import Outbox
from workflows.decrees.models import Decree
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment

TAIL = b"\n% signature\n%%EOF\n"


@dataclass
class Double:
    """A signer that does as it is told: `answers` are what the next calls raise, then it signs.

    It `keeps` what it has signed, as a provider does; `loses` says that its answer gets lost after that.
    """

    name: str = "double"
    label: str = "hanya untuk uji"
    needs_secret: bool = True
    answers: list[SigningError] = field(default_factory=list)
    loses: list[SigningError] = field(default_factory=list)
    kept: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    inquired: list[str] = field(default_factory=list)
    locked: list[bool] = field(default_factory=list)
    meanwhile: Callable[[], None] = lambda: None
    tail: bytes = TAIL

    def sign(self, pdf: bytes, signatory: Signatory, secret: str, request_id: str, *, last: bool = True) -> Signed:
        self.asked.append(request_id)
        self.locked.append(last)
        self.meanwhile()
        if self.answers:
            raise self.answers.pop(0)
        self.kept[request_id] = pdf + self.tail
        if self.loses:
            raise self.loses.pop(0)
        return self.told(request_id)

    def inquire(self, pdf: bytes, signatory: Signatory, request_id: str, *, provider_id: str = "") -> Signed | None:
        self.inquired.append(request_id)
        return self.told(request_id) if request_id in self.kept else None

    def status(self, signatory: Signatory) -> str:
        return ""

    def told(self, request_id: str) -> Signed:
        return Signed(self.kept[request_id], f"id-{request_id}", datetime.now(UTC), {"kind": "double"})


def ready_to_sign(world: DecreeWorld, *, printed: bool = False, paper: bytes = b"%PDF-1.7", **draft) -> Decree:
    """A village's decree, decided and numbered, with its final paper archived: Fitri is to sign it electronically.

    `printed`: the worker makes the paper; else the bytes `paper` stand for it, which is quicker.
    """
    decree = world.walked("keputusan_kades", **{"effects": ["form"], "signing": "tte", **draft})
    world.decide(decree)
    decree = fresh(decree)
    if printed:
        make_paper(decree)
    else:
        hand_in_bytes(decree, paper + b"\n% the paper of " + decree.issue["number"].encode())
    return fresh(decree)


def hand_in_bytes(decree: Decree, pdf: bytes) -> None:
    path = archive.store(pdf)
    paper = Document.objects.create(
        file=decree.file, snapshot=decree.file.snapshot, kind=decree.kind, template=decree.file.snapshot.template, form="final",
        content=decree.file.snapshot.content | {"issue": decree.issue}, content_sha256=f"{decree.pk:064}", path=path,
        sha256=path.partition("/")[2].removesuffix(".pdf"), size=1, pages=1, number=decree.issue["number"], dated=decree.decided_on,
    )  # fmt: skip
    perform(Decree.receive_paper, decree, by=system_mandate(), values={"sha256": paper.sha256})


def make_paper(decree: Decree) -> None:
    """What the worker does."""
    for row in Outbox.objects.filter(topic="render_final", object_id=decree.pk, done_at=None).order_by("pk"):
        carry_out(Outbox, row.pk)
        row.refresh_from_db()
        assert row.done_at, row.last_error


def task_to_sign(decree: Decree) -> Assignment:
    return Assignment.objects.select_related("office", "file").get(file=decree.pk, kind="sign_document")


def signed_papers(decree: Decree) -> list[Document]:
    return list(Document.objects.filter(file=decree.pk, form="signed"))
