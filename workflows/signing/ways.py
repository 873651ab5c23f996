"""How the papers of a kind of file are signed electronically. Each subject registers its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

ELECTRONIC = "tte"


@dataclass(frozen=True)
class Way:
    """`subject` is the relation from the file to what has `paper`, the SHA-256 of the final paper, and `signing`.

    `is_last`: whether nobody signs after the holder of this task, so that the paper is locked.
    """

    subject: str
    is_last: Callable[[Any], bool] = lambda _task: True


ways: dict[str, Way] = {}
"""By kind of file."""


def is_electronic(task: Any) -> bool:
    """Whether this task asks for an electronic signature."""
    return task.kind == "sign_document" and task.file.kind in ways and subject_of(task).signing == ELECTRONIC


def electronic() -> Q:
    """The same of rows of tasks."""
    asked = Q(*(Q(**{f"file__{way.subject}__signing": ELECTRONIC}) for way in ways.values()), _connector=Q.OR)
    return Q(kind="sign_document") & asked


def subjects() -> list[str]:
    """The relations from a task to whatever may be signed electronically, for `select_related`."""
    return [f"file__{way.subject}" for way in ways.values()]


def subject_of(task: Any) -> Any:
    """The decree or letter whose paper the task is about."""
    return getattr(task.file, ways[task.file.kind].subject)
