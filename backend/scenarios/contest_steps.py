"""What a story says of contests: who holds one, who enters, judges, is ranked, objects, wins and goes on."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workflows.contests.states import Need

from .places import Code
from .reading import Part
from .refusal import Refused


@dataclass
class Compete(Part):
    """`compete` in a contest of a `level` (`regency`, `province`), year and category; drafted and announced `by` its agency.

    `of` is its region where that is not the story's first; what is left out is as Siklus proposes it.
    """

    compete: str
    by: str
    level: str
    year: int
    cutoff: date
    of: Code | None = None
    category: str = ""
    sheets: int = 3
    winners: int = 3
    appeal_days: int = 3
    needs: list[str] = field(default_factory=lambda: list(Need.values))


@dataclass
class Enter(Part):
    """`enter` a village in a contest (`into`) under a name of the story's own."""

    enter: str
    into: str
    by: str
    village: Code
    refused: Refused | None = None


@dataclass
class Member(Part):
    """Of a jury: a `person` of the story with the `office` he comes from, or a `name` that scores on paper; one is the `chair`."""

    person: str = ""
    name: str = ""
    office: str = ""
    chair: bool = False


@dataclass
class Jury(Part):
    """The `jury` of a contest, by a `decree` of the story or a `paper`; then its judging begins."""

    jury: str
    by: str
    members: list[Member]
    decree: str = ""
    paper: str = ""


@dataclass
class Advance(Part):
    """`advance` an entry: its papers are checked, it comes onto the short list and presents itself."""

    advance: list[str]
    by: str


@dataclass
class Inspect(Part):
    """`inspect` an entry in the field: `points` of 100, a `photo` (the name of a scan), and what was found (`says`)."""

    inspect: str
    by: str
    points: str
    photo: str
    says: str = ""


@dataclass
class Recuse(Part):
    """`recuse` from an entry: the juror (`by`) stays out of it for a `reason`."""

    recuse: str
    by: str
    reason: str
    refused: Refused | None = None


@dataclass
class Score(Part):
    """`score` an entry: every juror under `by` gives the same `points` (criterion: number)."""

    score: str
    by: list[str]
    points: Any
    refused: Refused | None = None


@dataclass
class Lock(Part):
    """`lock` the ranking of a contest."""

    lock: str
    by: str
    refused: Refused | None = None


@dataclass
class Appeal(Part):
    """`appeal` for an entry against its place; the organiser's answer is `uphold` or `dismiss`."""

    appeal: str
    by: str
    reason: str
    refused: Refused | None = None


@dataclass
class Uphold(Part):
    uphold: str
    by: str
    reason: str


@dataclass
class Dismiss(Part):
    dismiss: str
    by: str
    reason: str


@dataclass
class Winners(Part):
    """`winners` of a contest (`of`): the decree that names them, drafted from the locked ranking; `bases` as a decree's."""

    winners: str
    of: str
    by: str
    bases: list[str]


@dataclass
class Award(Part):
    """`award` the winners of a contest, named by a `decree` of the story or by a `paper` outside of it."""

    award: str
    by: str
    decree: str = ""
    paper: str = ""
    refused: Refused | None = None


@dataclass
class Forward(Part):
    """`forward` an entry into the next level's contest (`into`); the new entry gets the name `named`."""

    forward: str
    into: str
    by: str
    named: str
    refused: Refused | None = None


@dataclass
class Placed(Part):
    village: Code
    rank: int


@dataclass
class Remember(Part):
    """`remember` a contest of long ago, as its `source` of a day (`dated`) tells it: only who came where."""

    remember: str
    by: str
    level: str
    year: int
    of: Code
    source: str
    dated: date
    places: list[Placed] = field(default_factory=list)
    category: str = ""


Step = (
    Compete | Enter | Jury | Advance | Inspect | Recuse | Score | Lock | Appeal | Uphold | Dismiss | Winners | Award | Forward
    | Remember
)  # fmt: skip
KINDS: dict[str, type] = {
    "compete": Compete, "enter": Enter, "jury": Jury, "advance": Advance, "inspect": Inspect, "recuse": Recuse, "score": Score,
    "lock": Lock, "appeal": Appeal, "uphold": Uphold, "dismiss": Dismiss, "winners": Winners,
    "award": Award, "forward": Forward, "remember": Remember,
}  # fmt: skip
BEGIN: dict[type, str] = {Compete: "compete", Enter: "enter", Forward: "named", Winners: "winners", Remember: "remember"}
"""The key whose name a step begins."""
NAMED: dict[type, list[str]] = {
    Enter: ["into"], Advance: ["advance"],
    Jury: ["jury", "decree"], Inspect: ["inspect"], Recuse: ["recuse"], Score: ["score"], Lock: ["lock"],
    Appeal: ["appeal"], Uphold: ["uphold"], Dismiss: ["dismiss"], Winners: ["of"],
    Award: ["award", "decree"], Forward: ["forward", "into"],
}  # fmt: skip
"""The keys that name what was begun before."""
OFFICES: dict[type, list[str]] = {Member: ["office"]}
