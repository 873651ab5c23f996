"""What stands before a story begins: offices, people and their mandates, registers, legal bases, rosters."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from workflows.decrees.states import DecreeKind, LetterClass, SeriesMode
from workflows.organisation.models import Capacity, NumberPrefix, Papers, PaperSize, Verdict

from .meanings import Office, OneOf
from .places import Code, Places
from .reading import Part


@dataclass
class OfficeName(Part):
    """How an office is called and where it signs: `office: agency`, `name`, `acronym`, `place`."""

    office: str
    name: str = ""
    acronym: str = ""
    title: str = ""
    place: str = ""
    since: date | None = None
    until: date | None = None


@dataclass
class Mandate(Part):
    """`office` in `capacity` (definitif, plt, plh, pj, an, ub, staf), `since`–`until`, by which `paper`."""

    office: str
    since: date
    until: date | None = None
    capacity: Annotated[str, OneOf(Capacity.values)] = "definitif"
    acts_for: str = ""
    paper: str = ""
    paper_on: date | None = None


@dataclass
class Holder(Part):
    """A person with mandates; `rank` and `nip` are a civil servant's.

    With `in`, one such person for each village: `{village}` and `{code}` may be used.
    """

    name: str
    holds: list[Mandate]
    in_: Places | None = None
    front_titles: str = ""
    back_titles: str = ""
    rank: str = ""
    nip: str = ""
    email: str = ""


@dataclass
class Register(Part):
    """The book of numbers of an office: `own` (Siklus counts on from `last` in `year`) or `external` (typed)."""

    office: Office
    kind: Annotated[str, OneOf([*DecreeKind.values, *LetterClass.values])]
    mode: Annotated[str, OneOf(SeriesMode.values)]
    pattern: str
    year: int = 0
    last: int = 0
    in_: Places | None = None


@dataclass
class Basis(Part):
    """A regulation that decrees cite. Rank 1 is a law (UU)."""

    title: str
    rank: int
    year: int
    number: str
    since: date | None = None
    until: date | None = None
    cited_under: str = "mengingat"


@dataclass
class Policy(Part):
    """What a district itself says about acting officials: `capacity` may `verdict` a `doc_class`."""

    doc_class: str
    capacity: Annotated[str, OneOf(Capacity.values)]
    verdict: Annotated[str, OneOf(Verdict.values)]
    since: date
    basis: str = ""


@dataclass
class Seat(Part):
    """A seat in a Pokja: a `name`, or ex officio whoever holds an `office`."""

    position: str
    name: str = ""
    section: str = ""
    element: str = ""
    office: str = ""


@dataclass
class Roster(Part):
    """A Pokja as a template: `{village}` in a name is the village's."""

    members: list[Seat]
    structure: str = "seksi"


@dataclass
class Paperwork(Part):
    """What papers print `since` a day, of a `region` (code) or one `office`; what is not given is not said."""

    since: date
    office: Office = ""
    region: Code | None = None
    papers: Annotated[str, OneOf(Papers.values)] = ""
    head_lines: list[str] = field(default_factory=list)
    address: str = ""
    paper: Annotated[str, OneOf(PaperSize.values)] = ""
    number_prefix: Annotated[str, OneOf(NumberPrefix.values)] = ""
    show_rahmat: bool | None = None
    footer: str = ""
    programme: str = ""
    place: str = ""


@dataclass
class Setting(Part):
    """Everything but the days of a story."""

    story: str
    begins: date
    territory: list[Code]
    people: dict[str, Holder]
    source: list[str] = field(default_factory=list)
    like: str = ""
    offices: list[OfficeName] = field(default_factory=list)
    offices_since: date = date(2016, 1, 1)
    policies: list[Policy] = field(default_factory=list)
    registers: list[Register] = field(default_factory=list)
    stationery: list[Paperwork] = field(default_factory=list)
    bases: dict[str, Basis] = field(default_factory=dict)
    rosters: dict[str, Roster] = field(default_factory=dict)
