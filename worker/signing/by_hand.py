"""What a person does about a request whose outcome no program can find out: he looks at the provider, and says it here."""

import logging
from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from documents.signed import archive_signed
from documents.signing.chosen import trust
from documents.signing.judge import judge
from documents.signing.judgement import Flaw
from documents.signing.signer import Signed
from worker.errors import WorkerError
from workflows.core.errors import NotDone
from workflows.core.models import JournalEntry
from workflows.signing.models import SigningRequest
from workflows.signing.queries import under_way

from .answers import keep_failure, keep_signed
from .flow import NotSigned, complete, is_ours
from .turns import archived_base

logger = logging.getLogger(__name__)


class NotUnknown(WorkerError):
    """Permintaan ini tidak ada, atau hasilnya sudah pasti."""


class NotOurPaper(WorkerError):
    """Berkas itu bukan naskah ini dengan tanda tangan di belakangnya."""


class NoSoundSignature(WorkerError):
    """PDF itu tidak memuat tanda tangan elektronik yang baru."""


class NoReason(WorkerError):
    """Tuliskan dengan --reason siapa yang memastikannya, dan bagaimana."""


def unknown(request_id: str) -> SigningRequest:
    """Raises `NotUnknown`."""
    found = under_way().select_related("assignment__file", "mandate__person").filter(outcome=None)
    with suppress(ValueError):
        if request := found.filter(request_id=UUID(request_id)).first():
            return request
    raise NotUnknown


def was_signed(request: SigningRequest, pdf: bytes, reason: str) -> JournalEntry:
    """The provider has signed, and this is what it made: the act follows. Raises a `WorkerError` or `NotDone`."""
    demand_reason(reason)
    base = archived_base(request)
    if not is_ours(pdf, base):
        raise NotOurPaper
    logger.warning("request %s is completed by hand: %s", request, reason)
    by_hand = Signed(pdf, "", datetime.now(UTC), {"by_hand": reason})
    keep_signed(request, archive_signed(base, pdf), by_hand)
    return complete(request)


def demand_signature(request: SigningRequest, pdf: bytes) -> None:
    """There is one signature more than before, and nothing wrong with it. Raises `NotOurPaper` or `NoSoundSignature`.

    Where no root certificate is installed, who issued the certificate cannot be asked.
    """
    base = archived_base(request)
    if not is_ours(pdf, base):
        raise NotOurPaper
    found, roots = judge(pdf, trust()), trust().roots
    if found.flaw not in ({None} if roots else {None, Flaw.UNTRUSTED}):
        raise NoSoundSignature(found.sentence)
    if len(found.signed_by) <= len(judge(base.file_path.read_bytes()).signed_by):
        raise NoSoundSignature


def was_not_signed(request: SigningRequest, reason: str) -> None:
    """The provider knows nothing of it; the signatory may sign again. Raises `NoReason`."""
    demand_reason(reason)
    logger.warning("request %s is given up by hand: %s", request, reason)
    keep_failure(request, NotSigned(_("Dipastikan belum ditandatangani: %(reason)s") % {"reason": reason}))


def demand_reason(reason: str) -> None:
    if not reason.strip():
        raise NoReason


TROUBLES = (WorkerError, NotDone, OSError)
"""What may stand in the way."""
