"""What a story says of rakors: who is invited and comes, what is decided, and the record that is signed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .places import Places
from .reading import Part
from .refusal import Refused


@dataclass
class Invited(Part):
    """A `role` (all its offices), an `office`, or a `guest` by name; `group` is the element on the list of attendance."""

    role: str = ""
    office: str = ""
    guest: str = ""
    group: str = ""


@dataclass
class Rakor(Part):
    """`rakor`: planned and called together `by` its organiser, for a day (`on`), led by `chair` and noted down by `scribe`.

    `round` is the round of evaluation it is about. What is left out is as Siklus proposes it.
    """

    rakor: str
    by: str
    on: date
    begins: str
    place: str
    chair: str
    invite: list[Invited]
    opener: str = ""
    scribe: str = ""
    note_taker: str = ""
    round: str = ""
    quorum: int | None = None
    agenda: list[str] = field(default_factory=list)


@dataclass
class Gather(Part):
    """`gather`: the rakor is opened, and who came (`came`: groups, or offices; none: all) is noted `at` a time."""

    gather: str
    by: str
    at: str
    came: list[str] = field(default_factory=list)
    proxy: str = ""
    refused: Refused | None = None


@dataclass
class Arrive(Part):
    """`arrive` at a rakor later on, or `leave` it: the seat of a `group` or an office (`who`), `at` a time."""

    arrive: str
    by: str
    who: str
    at: str
    proxy: str = ""


@dataclass
class Leave(Part):
    leave: str
    by: str
    who: str
    at: str


@dataclass
class Dissent(Part):
    who: str
    why: str


@dataclass
class Motion(Part):
    """`motion`: what a rakor decides, under a name of the story's own; `corrects` an earlier one for a `reason`.

    `kind` as in the domain; `text`, `why`, `villages` (hamlet units, too), `decided` (a class), `owner` (an office), `due`,
    `aim`, `contest`, `votes` (for, against, abstain).
    """

    motion: str
    of: str
    by: str
    kind: str
    text: str = ""
    why: str = ""
    villages: Places | None = None
    decided: str = ""
    owner: str = ""
    due: date | None = None
    aim: str = ""
    contest: str = ""
    votes: Any = None
    dissent: list[Dissent] = field(default_factory=list)
    corrects: str = ""
    reason: str = ""
    refused: Refused | None = None


@dataclass
class Record(Part):
    """`record` of a rakor, under a name of the story's own: the rakor ends (`ends`), and its berita acara is issued."""

    record: str
    of: str
    by: str
    ends: str
    signing: str = "none"
    refused: Refused | None = None


@dataclass
class Flag(Part):
    """`flag` villages (`in`) as having a status of village development in a `year`, as a `source` says."""

    flag: str
    by: str
    year: int
    in_: Places
    source: str
    refused: Refused | None = None


Step = Rakor | Gather | Arrive | Leave | Motion | Record | Flag
KINDS: dict[str, type] = {
    "rakor": Rakor, "gather": Gather, "arrive": Arrive, "leave": Leave, "motion": Motion, "record": Record, "flag": Flag,
}  # fmt: skip
BEGIN: dict[type, str] = {Rakor: "rakor", Motion: "motion", Record: "record"}
"""The key whose name a step begins."""
NAMED: dict[type, list[str]] = {
    Rakor: ["round"], Gather: ["gather"], Arrive: ["arrive"], Leave: ["leave"],
    Motion: ["of", "contest", "corrects"], Record: ["of"],
}  # fmt: skip
"""The keys that name what was begun before."""
OFFICES: dict[type, list[str]] = {Rakor: ["chair", "opener", "note_taker"], Invited: ["office"], Motion: ["owner"]}
