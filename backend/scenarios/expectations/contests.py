"""Contests and their entries: how far they are, and who came where."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from workflows.contests import models
from workflows.contests.states import CompetitionState, EntryState

from ..meanings import Known, OneOf
from ..places import Code
from ..reading import Part
from .differences import differences

if TYPE_CHECKING:
    from ..stage import Stage


@dataclass
class Contest(Part):
    """`locked`: how often its ranking was locked."""

    contest: Known
    level: str | None = None
    year: int | None = None
    state: Annotated[str | None, OneOf(CompetitionState.values)] = None
    entries: int | None = None
    locked: int | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        found = models.Competition.objects.get(pk=stage.files[self.contest])
        yield from differences(self, {
            "level": found.level, "year": found.year, "state": found.state,
            "entries": found.entries.exclude(state="withdrawn").count(), "locked": found.rankings.count(),
        })  # fmt: skip


@dataclass
class Entry(Part):
    """`entry` by its own name, or that of its contest and the `village`. `total` is of 100, with its two decimals."""

    entry: Known
    village: Code | None = None
    state: Annotated[str | None, OneOf(EntryState.values)] = None
    rank: int | None = None
    total: str | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        named = {"competition": stage.files[self.entry], "kampung__region": stage.region(self.village.code)} if self.village else {}
        found = models.Entry.objects.get(**named or {"pk": stage.files[self.entry]})
        total = "" if found.total is None else str(found.total)
        yield from differences(self, {"state": found.state, "rank": found.rank, "total": total})
