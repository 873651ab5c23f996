"""What a story says of contests: who holds one, who enters, judges, is ranked, objects, wins and goes on."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from workflows.contests.states import ContestLevel, Need

from .meanings import Basis, Begun, Known, Office, OneOf, Person
from .places import Code
from .reading import Part
from .refusal import Refused


@dataclass
class Compete(Part):
    """`compete` in a contest of a `level` (`regency`, `province`), year and category; drafted and announced `by` its agency.

    `of` is its region where that is not the story's first; what is left out is as Siklus proposes it.
    """

    compete: Begun
    by: Person
    level: Annotated[str, OneOf(ContestLevel.values)]
    year: int
    cutoff: date
    of: Code | None = None
    category: str = ""
    sheets: int = 3
    winners: int = 3
    appeal_days: int = 3
    needs: list[Annotated[str, OneOf(Need.values)]] = field(default_factory=lambda: list(Need.values))


@dataclass
class Enter(Part):
    """`enter` a village in a contest (`into`) under a name of the story's own."""

    enter: Begun
    into: Known
    by: Person
    village: Code
    refused: Refused | None = None


@dataclass
class Entered(Part):
    """`entered`: the entry of a `village` in a contest (`into`) that a rakor nominated, under a name of the story's own."""

    entered: Begun
    into: Known
    village: Code


@dataclass
class Member(Part):
    """Of a jury: a `person` of the story with the `office` he comes from, or a `name` that scores on paper; one is the `chair`."""

    person: Person = ""
    name: str = ""
    office: Office = ""
    chair: bool = False


@dataclass
class Jury(Part):
    """The `jury` of a contest, by a `decree` of the story or a `paper`; then its judging begins."""

    jury: Known
    by: Person
    members: list[Member]
    decree: Known = ""
    paper: str = ""


@dataclass
class Advance(Part):
    """`advance` an entry: its papers are checked, it comes onto the short list and presents itself."""

    advance: list[Known]
    by: Person


@dataclass
class Inspect(Part):
    """`inspect` an entry in the field: `points` of 100, a `photo` (the name of a scan), and what was found (`says`)."""

    inspect: Known
    by: Person
    points: str
    photo: str
    says: str = ""


@dataclass
class Recuse(Part):
    """`recuse` from an entry: the juror (`by`) stays out of it for a `reason`."""

    recuse: Known
    by: Person
    reason: str
    refused: Refused | None = None


@dataclass
class Score(Part):
    """`score` an entry: every juror under `by` gives the same `points` (criterion: number)."""

    score: Known
    by: list[Person]
    points: Any
    refused: Refused | None = None


@dataclass
class Lock(Part):
    """`lock` the ranking of a contest."""

    lock: Known
    by: Person
    refused: Refused | None = None


@dataclass
class Appeal(Part):
    """`appeal` for an entry against its place; the organiser's answer is `uphold` or `dismiss`."""

    appeal: Known
    by: Person
    reason: str
    refused: Refused | None = None


@dataclass
class Uphold(Part):
    uphold: Known
    by: Person
    reason: str


@dataclass
class Dismiss(Part):
    dismiss: Known
    by: Person
    reason: str


@dataclass
class Winners(Part):
    """`winners` of a contest (`of`): the decree that names them, drafted from the locked ranking; `bases` as a decree's."""

    winners: Begun
    of: Known
    by: Person
    bases: list[Basis]


@dataclass
class Award(Part):
    """`award` the winners of a contest, named by a `decree` of the story or by a `paper` outside of it."""

    award: Known
    by: Person
    decree: Known = ""
    paper: str = ""
    refused: Refused | None = None


@dataclass
class Forward(Part):
    """`forward` an entry into the next level's contest (`into`); the new entry gets the name `named`."""

    forward: Known
    into: Known
    by: Person
    named: Begun
    refused: Refused | None = None


@dataclass
class Placed(Part):
    village: Code
    rank: int


@dataclass
class Remember(Part):
    """`remember` a contest of long ago, as its `source` of a day (`dated`) tells it: only who came where."""

    remember: Begun
    by: Person
    level: Annotated[str, OneOf(ContestLevel.values)]
    year: int
    of: Code
    source: str
    dated: date
    places: list[Placed] = field(default_factory=list)
    category: str = ""


Step = (
    Compete | Enter | Entered | Jury | Advance | Inspect | Recuse | Score | Lock | Appeal | Uphold | Dismiss | Winners | Award
    | Forward | Remember
)  # fmt: skip
