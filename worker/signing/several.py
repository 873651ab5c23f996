"""Several papers signed in one request, one after the other, as far as the time allows."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.views.decorators.debug import sensitive_variables

from workflows.core.errors import Refused
from workflows.core.models import JournalEntry
from workflows.organisation.models import Mandate
from workflows.routes.models import Assignment

from .flow import sign

BUDGET = 20.0
"""Seconds in which a request begins further papers; the last one may take longer."""


@dataclass
class SoFar:
    """How far it came: the acts done, the tasks left, and what stopped it before the end (none: the time)."""

    done: list[JournalEntry] = field(default_factory=list)
    left: list[Assignment] = field(default_factory=list)
    stopped: Refused | None = None


@sensitive_variables("secret")
def sign_all(
    tasks: Sequence[Assignment], by: Mandate, secret: str = "", *, read: Mapping[int, str], reason: str = "",
    seconds: float = BUDGET,
) -> SoFar:  # fmt: skip
    """Sign the papers of these tasks; `read` is what was seen of each, by the task's id.

    The first that does not succeed stops it: a wrong passphrase tried 136 times would lock a certificate.
    """
    signed, end = SoFar(left=list(tasks)), time.monotonic() + seconds
    while signed.left and time.monotonic() < end:
        task = signed.left[0]
        try:
            signed.done.append(sign(task, by, secret, read=read.get(task.pk, ""), reason=reason))
        except Refused as refusal:
            signed.stopped = refusal
            break
        signed.left.pop(0)
    return signed
