"""From the intent to the act, and on again after whatever has died."""

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from documents.models import Document
from documents.signed import archive_signed
from documents.signing.errors import BadAnswer, OutcomeUnknown, SigningError
from documents.signing.signer import Signatory, Signed
from workflows.core.door import perform
from workflows.core.models import JournalEntry
from workflows.organisation.mandates import title_on
from workflows.organisation.models import Mandate
from workflows.routes.models import Assignment
from workflows.signing.identities import nik_of
from workflows.signing.models import SigningRequest
from workflows.signing.ways import ways

from .answers import failure_of, keep_doubt, keep_failure, keep_signed, outcome_of, pending
from .signers import chosen
from .turns import archived_base, ask

PATIENCE = timedelta(minutes=3)
"""Longer than any signer's call may last: afterwards nobody can be at work on a request any more."""

logger = logging.getLogger(__name__)
Call = Callable[[SigningRequest, Document, Signatory], Signed]


class NotSigned(SigningError):
    """The signer says for certain that the request came to nothing."""

    code = "not_signed"
    words = _("Permintaan tanda tangan terputus; sudah dipastikan naskah belum ditandatangani.")
    solved_by = _("Penanda tangan: tanda tangani sekali lagi.")


@sensitive_variables("secret")
def sign(
    task: Assignment, by: Mandate, secret: str = "", *, read: str, reason: str = "", key: str = ""
) -> JournalEntry:
    """Let the holder of `by` sign the paper of his open task; `read` is the SHA-256 of the bytes that he saw.

    `key` makes a repeated request the same one. Raises `Refused`; `SignatureFailed` when nothing was signed and
    `SignaturePending` when that is not known yet: then `resume` finds out.
    """
    request, is_new = ask(task, by, read, reason, key)
    if is_new:
        settle(request, partial(signed_with, secret))
    return complete(request)


def resume(request: SigningRequest) -> JournalEntry:
    """Find out what became of a request, and go on from there. Without a secret: it never signs with one.

    Raises as `sign` does.
    """
    if outcome_of(request) is None:
        settle(request, found_or_signed)
    return complete(request)


@sensitive_variables("secret")
def signed_with(secret: str, request: SigningRequest, base: Document, who: Signatory) -> Signed:
    pdf = base.file_path.read_bytes()
    return chosen().sign(pdf, who, secret, str(request.request_id), last=is_last(request))


def found_or_signed(request: SigningRequest, base: Document, who: Signatory) -> Signed:
    """What the signer kept; one that needs no secret may also sign now, under the same id."""
    doubt = request.doubts.exclude(provider_id="").order_by("pk").last()
    pdf, provider_id = base.file_path.read_bytes(), doubt.provider_id if doubt else ""
    if found := chosen().inquire(pdf, who, str(request.request_id), provider_id=provider_id):
        return found
    if not chosen().needs_secret:
        return signed_with("", request, base, who)
    if SigningRequest.objects.filter(pk=request.pk, at__gt=Now() - PATIENCE).exists():
        raise OutcomeUnknown  # whoever made the request may be calling at this very moment
    raise NotSigned


def settle(request: SigningRequest, call: Call) -> None:
    """Ask the signer, holding no lock, and put the answer on record. Raises `SignaturePending` if it decides nothing."""
    base = archived_base(request)
    try:
        signed = answer(call, request, base)
    except SigningError as error:
        if error.certain:
            return keep_failure(request, error)
        keep_doubt(request, error)
        raise pending(request, error) from None
    return keep_signed(request, archive_signed(base, signed.pdf), signed)


def answer(call: Call, request: SigningRequest, base: Document) -> Signed:
    """What the signer gives back, if it is our paper with more behind it. Raises a `SigningError`, whatever happened."""
    try:
        if request.signer != chosen().name:
            raise OutcomeUnknown(_("Permintaan ini dikirim ke layanan tanda tangan lain; kembalikan SIKLUS_SIGNER."))
        signed = call(request, base, signatory_of(request))
    except SigningError:
        raise
    except Exception as error:  # noqa: BLE001  what it says may hold what must not be logged
        logger.error("request %s: the signer failed with %s", request, type(error).__name__)  # noqa: TRY400
        raise OutcomeUnknown from None
    if not is_ours(signed.pdf, base):
        raise BadAnswer
    return signed


def is_ours(pdf: bytes, base: Document) -> bool:
    """Whether these are the bytes of the paper with more behind them."""
    paper = base.file_path.read_bytes()
    return pdf.startswith(paper) and len(pdf) > len(paper)


def signatory_of(request: SigningRequest) -> Signatory:
    by = request.mandate
    return Signatory(by.person.full_name, title_on(by, request.on), nik_of(by.person), by.person.email)


def is_last(request: SigningRequest) -> bool:
    task = request.assignment
    return ways[task.file.kind].is_last(task)


def complete(request: SigningRequest) -> JournalEntry:
    """The act that the good outcome allows, by the mandate and on the date of the request; done before, it is the same.

    Raises `SignatureFailed`, `SignaturePending`, or what `perform` raises.
    """
    outcome = outcome_of(request)
    if outcome is None:
        raise pending(request)
    if outcome.code:
        raise failure_of(outcome)
    return perform(
        Assignment.sign, request.assignment, by=request.mandate, on=request.on, read=request.sha256,
        reason=request.reason, key=str(request.request_id),
    )  # fmt: skip
