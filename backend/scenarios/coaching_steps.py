"""What a story says of meetings and trainings, of visits that coach, and of what villages need of other offices."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from workflows.coaching.states import EventKind

from .meanings import Begun, Known, Office, OneOf, Person
from .places import Code
from .reading import Part
from .refusal import Refused


@dataclass
class Series(Part):
    """A `series` of trainings in stages, under a name of the story's own."""

    series: Begun
    by: Person
    title: str


@dataclass
class Event(Part):
    """An `event` of a `kind` for the regions `in`, planned `on` a day; of a `series` the `stage`-th."""

    event: Begun
    by: Person
    kind: Annotated[str, OneOf(EventKind.values)]
    title: str
    in_: list[Code]
    place: str
    on: date
    capacity: int | None = None
    series: Known = ""
    stage: int | None = None


@dataclass
class Heads(Part):
    """So many (`count`) of an `office` or an `element` have a place, and so many are `waiting` for one."""

    count: int
    office: Office = ""
    element: str = ""
    waiting: int = 0


@dataclass
class Enrol(Part):
    """`enrol` the whole list of an event's participants."""

    enrol: Known
    by: Person
    participants: list[Heads]
    refused: Refused | None = None


@dataclass
class Hold(Part):
    """`hold` an event today, opened by somebody, and report what it `says`."""

    hold: Known
    by: Person
    opened_by: Person = ""
    says: str = ""


@dataclass
class Plan(Part):
    """A `plan` of a visit a month to each kecamatan `in` it, adopted at once by who may."""

    plan: Begun
    by: Person
    title: str
    in_: list[Code]
    begins: date
    adopted_by: Person
    months: int = 12


@dataclass
class Visit(Part):
    """This month's `visit` of a plan `to` these kecamatan, made today by the offices named, with what the report `says`."""

    visit: Known
    to: list[Code]
    by: Person
    visitors: list[Office]
    says: str


@dataclass
class Need(Part):
    """A `need` of the Kampung KB of a village; `at` this month's visit of a plan, where it was noted at one."""

    need: Begun
    by: Person
    village: Code
    what: str
    aim: str
    at: Known = ""


@dataclass
class Ask(Part):
    """`ask` an office (`of`) for a need, `due` on a day."""

    ask: Known
    by: Person
    of: Office
    due: date
    message: str = ""


@dataclass
class Reply(Part):
    """The `reply` to a need: what it `says`, and the `fund` that pays; or the reason why it is `declined`."""

    reply: Known
    by: Person
    says: str
    fund: str = ""
    declined: bool = False


@dataclass
class Settle(Part):
    """`settle` a need whose answer holds."""

    settle: Known
    by: Person


Step = Event | Enrol | Hold | Plan | Visit | Need | Ask | Reply | Settle | Series
"""An event may name its series, and is an event."""
