"""One question, five kinds of answers: numbers, places, people, texts and reports. Whatever is foreign does not exist."""

from dataclasses import dataclass, field
from typing import Any

from backend.access import Mandates, scope_of

from .numbers import numbers_like
from .people import officials_like
from .regions import nearest_name, regions_like
from .reports import reports_like
from .texts import files_about

SHOWN = 8
"""Of each kind on the page with all of them."""
MOST = 50
"""Of the one kind that was chosen."""
KINDS = {
    "numbers": numbers_like, "regions": regions_like, "officials": officials_like, "files": files_about, "reports": reports_like,
}  # fmt: skip


@dataclass(frozen=True)
class Found:
    """What there is of each kind, `more` the kinds of which there is more than is shown; `instead`: what may have been meant."""

    numbers: list[Any] = field(default_factory=list)
    regions: list[Any] = field(default_factory=list)
    officials: list[Any] = field(default_factory=list)
    files: list[Any] = field(default_factory=list)
    reports: list[Any] = field(default_factory=list)
    more: frozenset[str] = frozenset()
    instead: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, kind) for kind in KINDS)


def find(words: str, mandates: Mandates, only: str = "") -> Found:
    """Everything in reach of these mandates that answers to `words`; of one kind if `only` names it."""
    scope, limit = scope_of(mandates), MOST if only in KINDS else SHOWN
    asked = {only: KINDS[only]} if only in KINDS else KINDS
    rows = {kind: list(like(words, scope)[: limit + 1]) for kind, like in asked.items()}
    more = frozenset(kind for kind, found in rows.items() if len(found) > limit)
    instead = "" if any(rows.values()) else nearest_name(words, scope)
    return Found(**{kind: found[:limit] for kind, found in rows.items()}, more=more, instead=instead)
