"""What happens in a story: things are drafted and edited, people act, and something is expected."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Self, get_args

import yaml

from workflows.decrees.changing import TAKEN
from workflows.decrees.states import DecreeKind, Defect, EffectKind, Signing
from workflows.letters.states import COPIES, LetterKind

from . import coaching_steps as coaching
from . import contest_steps as contests
from . import meeting_steps as meetings
from . import report_steps as reports
from . import round_steps as rounds
from .acts import ACTS
from .expecting import Expectation, read_expectations
from .meanings import Basis, Begun, Known, Office, OneOf, Person, Roster, key_of
from .places import AnyCodes, Code, Hamlets, Places, names_of
from .reading import Part, Reader, meant
from .refusal import Refused


@dataclass
class Draft(Part):
    """`draft` a decree under a name of the story's own. `rows` are villages, each with its `hamlets` if
    the unit is not the whole of it; `roster` names a template for each.
    """

    draft: Begun
    by: Person
    kind: Annotated[str, OneOf(DecreeKind.values)]
    subject: str
    issuer: Office
    considerations: list[str]
    clauses: list[str]
    bases: list[Basis]
    effects: list[Annotated[str, OneOf(EffectKind.values)]]
    rows: Places
    hamlets: Hamlets = field(default_factory=Hamlets)
    copies_to: list[str] = field(default_factory=list)
    signing: Annotated[str, OneOf(Signing.values)] = "none"
    roster: Roster = ""
    effective_on: date | None = None
    expires_on: date | None = None
    replaces: Known = ""
    revokes: Known = ""
    amends: Known = ""


@dataclass
class Corrected(Part):
    village: Code
    name: str


@dataclass
class ChangeDecree(Part):
    """`change` a decree in force by a draft of that name: `how` is amends, revokes, annuls or suspends.

    `take` are the villages that are struck, revoked, annulled or suspended; what the drafter may choose is `Chosen`'s.
    """

    change: Begun
    of: Known
    how: Annotated[str, OneOf([str(kind) for kind in TAKEN])]
    by: Person
    take: Places | None = None
    add: Places | None = None
    correct: list[Corrected] = field(default_factory=list)
    effective_on: date | None = None
    expires_on: date | None = None
    retroactive: bool = False
    grounds: str = ""
    defect: Annotated[str, OneOf(Defect.values)] = ""


@dataclass
class Propose(Part):
    """`propose` a village under a name of the story's own; the three preconditions count as met."""

    propose: Begun
    by: Person
    village: Code
    era: int
    profile: str = ""
    minutes: str = ""


@dataclass
class Party(Part):
    """Who signs a letter: an `office`, or a `name` on paper."""

    role: str
    office: Office = ""
    name: str = ""


@dataclass
class Letter(Part):
    """A `letter` of a `kind` about a decree or proposal, under a name of the story's own. It begins with what is known."""

    letter: Begun
    by: Person
    kind: Annotated[str, OneOf(LetterKind.values)]
    about: Known
    as_: Office = ""
    subject: str = ""
    signing: Annotated[str, OneOf(Signing.values)] = "none"
    to: list[str] = field(default_factory=list)
    copies_to: list[str] = field(default_factory=list)
    body: Any = None
    initials: list[Office] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)


@dataclass
class Copies(Part):
    """`copies` of a decree, one `salinan` or a `petikan` for each village; the first of them bears the name."""

    copies: Begun
    by: Person
    kind: Annotated[str, OneOf(COPIES)]
    of: Known
    as_: Office = ""
    signing: Annotated[str, OneOf(Signing.values)] = ""
    signed_by: Person = ""


@dataclass
class Edit(Part):
    """`edit` a draft or a returned decree: an ordinary save of its drafter."""

    edit: Known
    by: Person
    subject: str = ""
    considerations: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)
    signing: Annotated[str, OneOf(Signing.values)] = ""


@dataclass
class AddRows(Part):
    """Put more villages on a draft; codes are taken as written, so that their refusal can be tried."""

    add_rows: Known
    by: Person
    rows: AnyCodes
    refused: Refused | None = None


@dataclass
class Paper(Part):
    """An act that happened on paper: its day there, who records it, and who compares and confirms."""

    on: date
    recorded_by: Person
    confirmed_by: Person
    scan: str


@dataclass
class Strike(Part):
    village: Code
    reason: str


@dataclass
class Changes(Part):
    """What `revise` changes on the way."""

    strike: list[Strike] = field(default_factory=list)
    add: Places | None = None
    clauses: list[str] = field(default_factory=list)
    considerations: list[str] = field(default_factory=list)
    subject: str = ""


@dataclass
class Act(Part):
    """Somebody acts (`does`) on a file, through the one door. Several people under `by` act one after another."""

    does: Annotated[str, OneOf(ACTS)]
    by: list[Person]
    file: Known = ""
    village: Code | None = None
    as_: Office = ""
    task_of: Office = ""
    reason: str = ""
    remarks: list[dict[str, str]] = field(default_factory=list)
    values: Any = None
    to: Office = ""
    scan: str = ""
    changes: Changes | None = None
    date_: date | None = None
    key: str = ""
    twice: bool = False
    paper: Paper | None = None
    refused: Refused | None = None


@dataclass
class Expect(Part):
    """What must hold now, after the worker has become quiet."""

    expect: list[Expectation]

    @classmethod
    def read_from(cls, reader: Reader, node: yaml.Node) -> Self:
        [(_key, value)] = reader.pairs(node).values()
        made = cls(read_expectations(reader, value))
        made.line = node.start_mark.line + 1
        return made


Step = (
    Draft | ChangeDecree | Propose | Letter | Copies | Edit | AddRows | Act | Expect | reports.Step | contests.Step | meetings.Step
    | rounds.Step | coaching.Step
)  # fmt: skip
KINDS: dict[str, type] = {key_of(kind): kind for kind in get_args(Step)}
"""A step is known by the first of these keys that it has."""


def read_steps(reader: Reader, node: yaml.Node) -> list[Step]:
    """The steps of a day in order; loops are unrolled."""
    found: list[Step] = []
    for item in reader.items(node):
        given = reader.pairs(item)
        if "for_each" in given:
            found += unrolled(reader, item)
            continue
        kind = next((kind for name, kind in KINDS.items() if name in given), None)
        if kind is None:
            key = next(iter(given), "")
            reader.wrong(item, f"this is no step: “{key}”{meant(key, [*KINDS, 'for_each'])}")
            continue
        found += reader.each(kind, [item])
    return found


def unrolled(reader: Reader, node: yaml.Node) -> list[Step]:
    """`for_each` of these villages, `do` these steps: `{code}`, `{village}`, `{district}`, `{n}` change."""
    given = reader.known_pairs(node, {"for_each", "do", "assumed"})
    if "do" not in given:
        raise reader.wrong(node, "“do” is missing")
    found: list[Step] = []
    for n, code in enumerate(reader.read(Places, given["for_each"][1]).codes, 1):
        found += read_steps(reader.inside({**names_of(code), "n": str(n)}), given["do"][1])
    return found
