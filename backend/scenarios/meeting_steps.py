"""What a story says of rakors: who is invited and comes, what is decided, and the record that is signed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from workflows.meetings.inviting import INVITABLE
from workflows.meetings.states import Answer, MotionKind
from workflows.villages.states import Development

from .ahead import SomeDay
from .meanings import Begun, Known, Office, OneOf, Person, Time
from .places import Places
from .reading import Part
from .refusal import Refused
from .round_steps import CLASSES


@dataclass
class Invited(Part):
    """A `role` (all its offices), an `office`, or a `guest` by name; `group` is the element on the list of attendance."""

    role: Annotated[str, OneOf(INVITABLE)] = ""
    office: Office = ""
    guest: str = ""
    group: str = ""


@dataclass
class Rakor(Part):
    """`rakor`: planned and called together `by` its organiser, for a day (`on`), led by `chair` and noted down by `scribe`.

    The day may be a date, or `in 38 days`. `round` is the round of evaluation it is about. What is left out is as Siklus
    proposes it.
    """

    rakor: Begun
    by: Person
    on: SomeDay
    begins: Time
    place: str
    chair: Office
    invite: list[Invited]
    opener: Office = ""
    scribe: str = ""
    note_taker: Office = ""
    round: Known = ""
    quorum: int | None = None
    agenda: list[str] = field(default_factory=list)


@dataclass
class Respond(Part):
    """`respond` to the invitation to a rakor: the seats of a group or an office (`who`; none: one's own), by what they say.

    `proxy` names who comes in their stead, `excuse` says why they cannot come.
    """

    respond: Known
    by: Person
    answer: Annotated[str, OneOf(Answer.values)]
    who: str = ""
    proxy: str = ""
    excuse: str = ""
    refused: Refused | None = None


@dataclass
class Gather(Part):
    """`gather`: the rakor is opened, and who came (`came`: groups, or offices; none: all) is noted `at` a time."""

    gather: Known
    by: Person
    at: Time
    came: list[str] = field(default_factory=list)
    proxy: str = ""
    refused: Refused | None = None


@dataclass
class Arrive(Part):
    """`arrive` at a rakor later on, or `leave` it: the seat of a `group` or an office (`who`), `at` a time."""

    arrive: Known
    by: Person
    who: str
    at: Time
    proxy: str = ""


@dataclass
class Leave(Part):
    leave: Known
    by: Person
    who: str
    at: Time


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

    motion: Begun
    of: Known
    by: Person
    kind: Annotated[str, OneOf(MotionKind.values)]
    text: str = ""
    why: str = ""
    villages: Places | None = None
    decided: Annotated[str, OneOf(CLASSES)] = ""
    owner: Office = ""
    due: date | None = None
    aim: str = ""
    contest: Known = ""
    votes: Any = None
    dissent: list[Dissent] = field(default_factory=list)
    corrects: Known = ""
    reason: str = ""
    refused: Refused | None = None


@dataclass
class Record(Part):
    """`record` of a rakor, under a name of the story's own: the rakor ends (`ends`), and its berita acara is issued."""

    record: Begun
    of: Known
    by: Person
    ends: Time
    signing: str = "none"
    refused: Refused | None = None


@dataclass
class Flag(Part):
    """`flag` villages (`in`) as having a status of village development in a `year`, as a `source` says."""

    flag: Annotated[str, OneOf(Development.values)]
    by: Person
    year: int
    in_: Places
    source: str
    refused: Refused | None = None


Step = Rakor | Respond | Gather | Arrive | Leave | Motion | Record | Flag
