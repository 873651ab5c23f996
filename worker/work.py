"""What a job is made of, and where it waits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

DOCUMENTS, MESSAGES, DEFAULT = "documents", "messages", "default"


def nothing(_job: Any, _found: Any = None) -> None:
    """No such part."""


@dataclass(frozen=True)
class Work:
    """A slow part outside any transaction, safe to repeat, whose result goes to an effect inside one.

    `given_up` follows, in the same transaction, when the job is parked. The lease is longer than the task's time limit.
    """

    queue: str
    effect: Callable[[Any, Any], None] = nothing
    slow: Callable[[Any], Any] = nothing
    given_up: Callable[[Any], None] = nothing
    lease: timedelta = timedelta(seconds=30)
