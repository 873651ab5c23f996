"""Decrees and proposals: their state, and what a decision froze."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from workflows.decrees.consolidated import rows_on
from workflows.decrees.states import DecreeState
from workflows.villages.states import ProposalState

from ..meanings import Known, OneOf
from ..reading import Part
from .differences import differences

if TYPE_CHECKING:
    from ..stage import Stage


@dataclass
class Decree(Part):
    """`number` and `date` as decided; `rows` that stand, `struck` ones; `signatory` as the last line prints him.

    `lists`: how many villages hold by it after all amendments, `on` a date, as was known at the end of a day (`known_on`).
    """

    decree: Known
    state: Annotated[str | None, OneOf(DecreeState.values)] = None
    number: str | None = None
    date_: date | None = None
    rows: int | None = None
    struck: int | None = None
    signatory: str | None = None
    lists: int | None = None
    on: date | None = None
    known_on: date | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        decree = stage.decree(self.decree)
        issue = decree.issue or {}
        lines = (issue.get("signatory") or {}).get("lines") or [""]
        yield from differences(self, {
            "state": decree.state, "number": issue.get("number"), "date_": decree.decided_on, "signatory": lines[-1],
            "rows": decree.rows.filter(struck=False).count(), "struck": decree.rows.filter(struck=True).count(),
            "lists": len(rows_on(decree, self.on or stage.today, stage.known_by(self.known_on))),
        })  # fmt: skip


@dataclass
class Proposal(Part):
    proposal: Known
    state: Annotated[str, OneOf(ProposalState.values)]

    def wrong(self, stage: "Stage") -> Iterator[str]:
        yield from differences(self, {"state": stage.proposal(self.proposal).state})
