"""What a signer answered, on record. Of two who bring an answer to one request the first is believed."""

import logging
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from documents.models import Document
from documents.signing.errors import SigningError
from documents.signing.signer import Signed
from workflows.core.door import perform
from workflows.core.errors import Problem
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment
from workflows.signing.errors import SignatureFailed, SignaturePending
from workflows.signing.models import SigningDoubt, SigningOutcome, SigningRequest

logger = logging.getLogger(__name__)


def outcome_of(request: SigningRequest) -> SigningOutcome | None:
    return SigningOutcome.objects.filter(request=request).first()


def keep_signed(request: SigningRequest, document: Document, signed: Signed) -> None:
    meta = {**signed.meta, "signed_at": signed.signed_at.isoformat()}
    good = {"assignment_id": request.assignment_id, "signed_sha256": document.sha256, "provider_id": signed.provider_id}
    outcome, _new = SigningOutcome.objects.get_or_create(request=request, defaults=good | {"meta": meta})
    if outcome.signed_sha256 != document.sha256:
        logger.critical("request %s: document %d came after the outcome and is not used", request, document.pk)


@transaction.atomic
def keep_failure(request: SigningRequest, error: SigningError) -> None:
    """It is over, nothing was signed, and the signatory's office is told."""
    bad = {
        "assignment_id": request.assignment_id,
        "code": error.code,
        "words": str(error),
        "provider_id": error.provider_id,
    }
    _outcome, new = SigningOutcome.objects.get_or_create(request=request, defaults=bad)
    if new:
        tell(request, error)


@transaction.atomic
def keep_doubt(request: SigningRequest, error: SigningError) -> None:
    """It is not known yet. What is heard again and again is noted, and told, once."""
    heard = {"request": request, "code": error.code, "words": str(error), "provider_id": error.provider_id}
    if not SigningDoubt.objects.filter(**heard).exists():
        SigningDoubt.objects.create(**heard)
        tell(request, error)


def tell(request: SigningRequest, error: SigningError) -> None:
    perform(Assignment.signing_failed, request.assignment, by=system_mandate(), reason=str(error))


def failure_of(outcome: SigningOutcome) -> SignatureFailed:
    return SignatureFailed([problem(outcome.assignment_id, outcome.code, outcome.words, solver(outcome.code))])


def pending(request: SigningRequest, error: SigningError | None = None) -> SignaturePending:
    words = _("Tanda tangan sedang dipastikan. %(words)s") % {"words": error or ""}
    who = as_name(error.solved_by) if error else ""
    return SignaturePending([problem(request.assignment_id, "signature_pending", words.strip(), who)])


def problem(task: int, rule: str, words: str, solved_by: str) -> Problem:
    return Problem(task, "assignment", rule, words, solved_by)


def solver(code: str) -> str:
    """Who can do something about a failure of this code."""
    return next((as_name(kind.solved_by) for kind in SigningError.__subclasses__() if kind.code == code), "")


def as_name(solved_by: Any) -> str:
    """Signers say it in a sentence; whoever shows a problem ends the sentence himself."""
    return str(solved_by).rstrip(".")
