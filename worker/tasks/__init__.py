"""The Celery tasks: an id arrives, the relay does the rest. One for each queue, and one for e-mails."""

from typing import Any

from worker.models import Delivery
from worker.topics import work_for
from worker.work import DEFAULT, DOCUMENTS, MESSAGES
from workflows.core.models import Job

from .documents import issue
from .housekeeping import attend
from .messages import send, tell
from .signing import ask_after_service, finish_signing

__all__ = ["ask_after_service", "attend", "finish_signing", "issue", "send", "task_for", "tell"]

TASKS = {DOCUMENTS: issue, MESSAGES: tell, DEFAULT: attend}


def task_for(job: Job) -> tuple[Any, str]:
    """The task that carries out this job, and the queue it waits in."""
    queue = work_for(job).queue
    return (send if isinstance(job, Delivery) else TASKS[queue]), queue
