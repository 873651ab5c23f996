"""What was begun and not ended is taken up again, as far as no secret is needed."""

import logging

from workflows.core.errors import NotDone
from workflows.signing.queries import overdue

from .flow import PATIENCE, resume

logger = logging.getLogger(__name__)


def unfinished() -> list[int]:
    """The requests that nobody can be at work on any more, the oldest hundred."""
    return list(overdue(PATIENCE).values_list("pk", flat=True)[:100])


def finish(request_id: int) -> None:
    """Take one up, if it still is unfinished. What stands in the way is on record and told."""
    found = overdue(PATIENCE).select_related("assignment__file", "mandate__person").filter(pk=request_id).first()
    if found is None:
        return
    try:
        resume(found)
    except NotDone as problem:
        logger.warning("request %s is not finished: %s", found, problem)
