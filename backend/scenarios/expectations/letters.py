"""Letters: one with its number, or how many there are about a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from workflows.letters.models import Letter as Model
from workflows.letters.states import LetterKind, LetterState

from ..meanings import Known, OneOf
from ..reading import Part
from .differences import differences

if TYPE_CHECKING:
    from ..stage import Stage


@dataclass
class Letter(Part):
    """`number` as issued; `signatory` as the last line above the signature prints him."""

    letter: Known
    state: Annotated[str | None, OneOf(LetterState.values)] = None
    number: str | None = None
    signatory: str | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        letter = Model.objects.get(pk=stage.file(self.letter).pk)
        issue = letter.issue or {}
        lines = (issue.get("signatory") or {}).get("lines") or [""]
        yield from differences(self, {"state": letter.state, "number": issue.get("number"), "signatory": lines[-1]})


@dataclass
class Letters(Part):
    """How many letters of a `kind` in a `state` there are about a file."""

    letters: Known
    count: int
    kind: Annotated[str, OneOf(LetterKind.values)] = ""
    state: Annotated[str, OneOf(LetterState.values)] = ""

    def wrong(self, stage: "Stage") -> Iterator[str]:
        asked = {name: value for name in ("kind", "state") if (value := getattr(self, name))}
        found = Model.objects.filter(concerns=stage.file(self.letters), **asked).count()
        if found != self.count:
            yield f"there are {found}, expected {self.count}"
