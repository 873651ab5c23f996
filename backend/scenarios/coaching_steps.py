"""What a story says of meetings and trainings, of visits that coach, and of what villages need of other offices."""

from dataclasses import dataclass
from datetime import date

from .places import Code
from .reading import Part
from .refusal import Refused


@dataclass
class Series(Part):
    """A `series` of trainings in stages, under a name of the story's own."""

    series: str
    by: str
    title: str


@dataclass
class Event(Part):
    """An `event` of a `kind` for the regions `in`, planned `on` a day; of a `series` the `stage`-th."""

    event: str
    by: str
    kind: str
    title: str
    in_: list[Code]
    place: str
    on: date
    capacity: int | None = None
    series: str = ""
    stage: int | None = None


@dataclass
class Heads(Part):
    """So many (`count`) of an `office` or an `element` have a place, and so many are `waiting` for one."""

    count: int
    office: str = ""
    element: str = ""
    waiting: int = 0


@dataclass
class Enrol(Part):
    """`enrol` the whole list of an event's participants."""

    enrol: str
    by: str
    participants: list[Heads]
    refused: Refused | None = None


@dataclass
class Hold(Part):
    """`hold` an event today, opened by somebody, and report what it `says`."""

    hold: str
    by: str
    opened_by: str = ""
    says: str = ""


@dataclass
class Plan(Part):
    """A `plan` of a visit a month to each kecamatan `in` it, adopted at once by who may."""

    plan: str
    by: str
    title: str
    in_: list[Code]
    begins: date
    adopted_by: str
    months: int = 12


@dataclass
class Visit(Part):
    """This month's `visit` of a plan `to` these kecamatan, made today by the offices named, with what the report `says`."""

    visit: str
    to: list[Code]
    by: str
    visitors: list[str]
    says: str


@dataclass
class Need(Part):
    """A `need` of the Kampung KB of a village; `at` this month's visit of a plan, where it was noted at one."""

    need: str
    by: str
    village: Code
    what: str
    aim: str
    at: str = ""


@dataclass
class Ask(Part):
    """`ask` an office (`of`) for a need, `due` on a day."""

    ask: str
    by: str
    of: str
    due: date
    message: str = ""


@dataclass
class Reply(Part):
    """The `reply` to a need: what it `says`, and the `fund` that pays; or the reason why it is `declined`."""

    reply: str
    by: str
    says: str
    fund: str = ""
    declined: bool = False


@dataclass
class Settle(Part):
    """`settle` a need whose answer holds."""

    settle: str
    by: str


Step = Event | Enrol | Hold | Plan | Visit | Need | Ask | Reply | Settle | Series
KINDS: dict[str, type] = {
    "event": Event, "enrol": Enrol, "hold": Hold, "plan": Plan, "visit": Visit, "need": Need, "ask": Ask, "reply": Reply,
    "settle": Settle, "series": Series,
}  # fmt: skip
"""A step is known by the first of these that it has: an event may name its series."""
BEGIN: dict[type, str] = {Series: "series", Event: "event", Plan: "plan", Need: "need"}
"""Under which key a step begins something."""
NAMED: dict[type, list[str]] = {
    Event: ["series"], Enrol: ["enrol"], Hold: ["hold"], Visit: ["visit"], Need: ["at"], Ask: ["ask"], Reply: ["reply"],
    Settle: ["settle"],
}  # fmt: skip
"""Under which keys it names what was begun before."""
PEOPLE: dict[type, list[str]] = {Hold: ["opened_by"], Plan: ["adopted_by"]}
"""Who acts besides `by`."""
OFFICES: dict[type, list[str]] = {Heads: ["office"], Visit: ["visitors"], Ask: ["of"]}
