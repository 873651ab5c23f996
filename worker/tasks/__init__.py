"""The Celery tasks: an id arrives, the relay does the rest. One for each queue, and one for each kind of message."""

from typing import Any

from worker.models import Delivery, Post
from worker.topics import work_for
from worker.work import DEFAULT, DOCUMENTS, MESSAGES
from workflows.core.models import Job

from .documents import issue
from .housekeeping import attend
from .messages import send, tell
from .signing import ask_after_service, finish_signing
from .webhooks import post

__all__ = ["ask_after_service", "attend", "finish_signing", "issue", "post", "send", "task_for", "tell"]

ONE_BY_ONE: dict[type[Job], Any] = {Delivery: send, Post: post}
TASKS = {DOCUMENTS: issue, MESSAGES: tell, DEFAULT: attend}


def task_for(job: Job) -> tuple[Any, str]:
    """The task that carries out this job, and the queue it waits in."""
    queue = work_for(job).queue
    return ONE_BY_ONE.get(type(job)) or TASKS[queue], queue
