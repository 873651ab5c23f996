"""Whose turn it is to sign which bytes, and asking for it: at most one request about a task waits for its outcome."""

from uuid import UUID, uuid4, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from documents.forms import SIGNED, Form
from documents.models import Document
from workflows.core.clock import today
from workflows.core.door import problems
from workflows.core.errors import Problem, Refused
from workflows.core.models import File
from workflows.organisation.models import Mandate
from workflows.routes.models import Assignment
from workflows.signing.identities import nik_of
from workflows.signing.models import SigningOutcome, SigningRequest
from workflows.signing.sealing import SealingError
from workflows.signing.ways import is_electronic, subject_of

from .signers import chosen

KEYED = UUID("5d5a0f64-2f2e-4a0e-9a55-6d9f6d1f6f0e")
"""The namespace of request ids that are made of a client's key."""


def bytes_to_sign(task: Assignment) -> Document:
    """The final paper, or what the signatory before this one has made of it. Raises `Refused` if it is not archived."""
    paper = subject_of(task).paper
    before = SigningOutcome.objects.filter(request__assignment__file=task.file_id, request__paper=paper, code="")
    last = before.exclude(assignment=task).order_by("pk").values_list("signed_sha256", flat=True).last()
    return archived(task, SIGNED if last else Form.FINAL, last or paper)


def archived_base(request: SigningRequest) -> Document:
    """What a request is about. Raises `Refused` if it has gone from the archive."""
    return archived(request.assignment, Form.FINAL if request.sha256 == request.paper else SIGNED, request.sha256)


def archived(task: Assignment, form: str, sha256: str) -> Document:
    document = Document.objects.filter(file=task.file_id, form=form, sha256=sha256).first()
    if document is None or not document.file_path.is_file():
        words = _("Naskah yang harus ditandatangani tidak ada di arsip.")
        raise Refused([Problem(task.pk, "assignment", "paper_is_archived", words, _("pengelola sistem"))])
    return document


def current_request(task: Assignment) -> SigningRequest | None:
    """The last request about a task."""
    return SigningRequest.objects.filter(assignment=task).select_related("outcome").order_by("pk").last()


def ask(task: Assignment, by: Mandate, read: str, reason: str, key: str) -> tuple[SigningRequest, bool]:
    """The request to sign this task's paper, and whether it is new: then, and only then, the signer is called.

    The same `key` of the same person is the same request; while one waits for its outcome or has a good one, it is the
    answer to every further one. Raises `Refused`.
    """
    request_id = uuid5(KEYED, f"{task.pk} {by.person_id} {key}") if key else uuid4()
    with transaction.atomic(durable=True):
        File.objects.select_for_update().get(pk=task.file_id)
        if known := SigningRequest.objects.filter(request_id=request_id).first():
            return known, False
        last = current_request(task)
        failed = getattr(last, "outcome", None)
        if last and not (failed and failed.code):
            return last, False
        demand_turn(task, by, reason)
        demand_identity(task, by)
        base = bytes_to_sign(task)
        demand_read(task, base, read)
        return SigningRequest.objects.create(
            assignment=task, paper=subject_of(task).paper, sha256=base.sha256, request_id=request_id, signer=chosen().name,
            mandate=by, reason=reason, on=today(task.file.zone), after=failed,
        ), True  # fmt: skip


def demand_turn(task: Assignment, by: Mandate, reason: str) -> None:
    """Whatever stands in the way of the act besides the signature itself. Raises `Refused`."""
    if not is_electronic(task):
        words = _("Naskah ini tidak ditandatangani secara elektronik.")
        raise Refused([Problem(task.pk, "assignment", "is_electronic", words)])
    found = problems(Assignment.sign, task, by=by, reason=reason)
    if in_the_way := [problem for problem in found if problem.rule != "its_paper_is_signed"]:
        raise Refused(in_the_way)


def demand_identity(task: Assignment, by: Mandate) -> None:
    """A provider of certificates knows people by their NIK. Raises `Refused`."""
    words = _("NIK penanda tangan belum dicatat; tanpa itu layanan tanda tangan tidak mengenalnya.")
    try:
        known = not chosen().needs_secret or bool(nik_of(by.person))
    except SealingError as problem:
        known, words = False, str(problem)
    if not known:
        raise Refused([Problem(task.pk, "assignment", "nik_is_known", words, _("pengelola sistem (set_nik)"))])


def demand_read(task: Assignment, base: Document, read: str) -> None:
    """A signature stands only for the bytes that were seen."""
    if read != base.sha256:
        words = _("Naskah berubah sejak Anda membacanya. Muat ulang, baca, lalu tanda tangani.")
        raise Refused([Problem(task.pk, "assignment", "text_was_read", words)])
