"""Papers that wait for a signing service that was out of reach: asked after again and again, and told when it is back."""

import logging

from documents.signing.errors import ServiceDown, SigningError
from documents.signing.signer import Signatory
from workflows.core.door import perform
from workflows.core.errors import NotDone
from workflows.organisation.mandates import title_on
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment
from workflows.signing.identities import nik_of
from workflows.signing.queries import held_up

from .signers import chosen

logger = logging.getLogger(__name__)


def waiting_for_service() -> list[int]:
    """The tasks, the oldest hundred."""
    return list(held_up().values_list("pk", flat=True)[:100])


def ask_after(task_id: int) -> None:
    """Tell the signatory's office if the service answers again. What stands in the way is tried again later."""
    task = held_up().select_related("file").filter(pk=task_id).first()
    if task is None or not is_back(task):
        return
    try:
        perform(Assignment.service_back, task, by=system_mandate())
    except NotDone as problem:
        logger.warning("nobody is told that the service is back for task %s: %s", task_id, problem)


def is_back(task: Assignment) -> bool:
    """Whether the service answers at all; that it has something against the signatory, it says itself when he signs."""
    request = task.signing_requests.select_related("mandate__person").latest("pk")
    by = request.mandate
    try:
        chosen().status(Signatory(by.person.full_name, title_on(by, request.on), nik_of(by.person), by.person.email))
    except ServiceDown:
        return False
    except (SigningError, NotDone) as error:
        logger.warning("the signing service answers oddly: %s", error)
    return True
