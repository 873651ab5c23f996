"""The judgement of signed bytes: in the box, without network, within 20 MB and 15 seconds."""

import base64
import logging

from documents import box
from documents.errors import DocumentError, RendererDied, TooSlow
from documents.limits import Limits
from documents.signing.judgement import Flaw, Judgement, Signature
from documents.signing.trust import Trust

log = logging.getLogger(__name__)
LARGEST = 20 * 1024 * 1024  # bytes
LIMITS = Limits(cpu=10, wall=15.0)
NOBODY = Trust()


def judge(pdf: bytes, trust: Trust = NOBODY) -> Judgement:
    """Who signed these bytes, and whether they are still what was signed. Raises nothing, whatever the bytes are.

    With an empty trust nothing is sound, yet everything else is told. It is no answer to "is this ours?": somebody
    else's decree may be soundly signed as well.
    """
    if not pdf.startswith(b"%PDF-"):
        return Judgement(refused=Flaw.NOT_PDF)
    if len(pdf) > LARGEST:
        return Judgement(refused=Flaw.TOO_LARGE)
    try:
        found = box.examine(pdf, [base64.b64encode(root).decode() for root in trust.roots], LIMITS)
    except TooSlow:
        return Judgement(refused=Flaw.TOO_SLOW)
    except RendererDied:
        return Judgement(refused=Flaw.UNFINISHED)
    except DocumentError as problem:
        log.info("A PDF could not be read: %s", problem)
        return Judgement(refused=Flaw.UNREADABLE)
    return Judgement(tuple(Signature.read(facts) for facts in found))
