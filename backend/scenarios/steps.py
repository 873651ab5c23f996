"""What happens in a story: things are drafted and edited, people act, and something is expected."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

import yaml

from . import coaching_steps as coaching
from . import contest_steps as contests
from . import meeting_steps as meetings
from . import round_steps as rounds
from .expecting import Expectation, read_expectations
from .places import AnyCodes, Code, Hamlets, Places, names_of
from .reading import Part, Reader, meant
from .refusal import Refused


@dataclass
class Draft(Part):
    """`draft` a decree under a name of the story's own. `rows` are villages, each with its `hamlets` if
    the unit is not the whole of it; `roster` names a template for each.
    """

    draft: str
    by: str
    kind: str
    subject: str
    issuer: str
    considerations: list[str]
    clauses: list[str]
    bases: list[str]
    effects: list[str]
    rows: Places
    hamlets: Hamlets = field(default_factory=Hamlets)
    copies_to: list[str] = field(default_factory=list)
    signing: str = "none"
    roster: str = ""
    effective_on: date | None = None
    expires_on: date | None = None
    replaces: str = ""
    revokes: str = ""
    amends: str = ""


@dataclass
class Corrected(Part):
    village: Code
    name: str


@dataclass
class ChangeDecree(Part):
    """`change` a decree in force by a draft of that name: `how` is amends, revokes, annuls or suspends.

    `take` are the villages that are struck, revoked, annulled or suspended; what the drafter may choose is `Chosen`'s.
    """

    change: str
    of: str
    how: str
    by: str
    take: Places | None = None
    add: Places | None = None
    correct: list[Corrected] = field(default_factory=list)
    effective_on: date | None = None
    expires_on: date | None = None
    retroactive: bool = False
    grounds: str = ""
    defect: str = ""


@dataclass
class Propose(Part):
    """`propose` a village under a name of the story's own; the three preconditions count as met."""

    propose: str
    by: str
    village: Code
    era: int
    profile: str = ""
    minutes: str = ""


@dataclass
class Party(Part):
    """Who signs a letter: an `office`, or a `name` on paper."""

    role: str
    office: str = ""
    name: str = ""


@dataclass
class Letter(Part):
    """A `letter` of a `kind` about a decree or proposal, under a name of the story's own. It begins with what is known."""

    letter: str
    by: str
    kind: str
    about: str
    as_: str = ""
    subject: str = ""
    signing: str = "none"
    to: list[str] = field(default_factory=list)
    copies_to: list[str] = field(default_factory=list)
    body: Any = None
    parties: list[Party] = field(default_factory=list)


@dataclass
class Copies(Part):
    """`copies` of a decree, one `salinan` or a `petikan` for each village; the first of them bears the name."""

    copies: str
    by: str
    kind: str
    of: str
    as_: str = ""
    signing: str = ""
    signed_by: str = ""


@dataclass
class Edit(Part):
    """`edit` a draft or a returned decree: an ordinary save of its drafter."""

    edit: str
    by: str
    subject: str = ""
    considerations: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)


@dataclass
class AddRows(Part):
    """Put more villages on a draft; codes are taken as written, so that their refusal can be tried."""

    add_rows: str
    by: str
    rows: AnyCodes
    refused: Refused | None = None


@dataclass
class Paper(Part):
    """An act that happened on paper: its day there, who records it, and who compares and confirms."""

    on: date
    recorded_by: str
    confirmed_by: str
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

    does: str
    by: list[str]
    file: str = ""
    village: Code | None = None
    as_: str = ""
    task_of: str = ""
    reason: str = ""
    remarks: list[dict[str, str]] = field(default_factory=list)
    values: Any = None
    to: str = ""
    scan: str = ""
    changes: Changes | None = None
    date_: date | None = None
    key: str = ""
    twice: bool = False
    paper: Paper | None = None
    refused: Refused | None = None


@dataclass
class FromPaper(Part):
    """Who told it on paper, and the day written there."""

    by: str
    on: date


@dataclass
class Tell(Part):
    """A `report` of that form about a village, sent: of the `period` that a day lies in, or so many `months_ago`."""

    report: str
    village: Code
    by: str
    figures: dict[str, Any]
    period: date | None = None
    months_ago: int = 0
    as_: str = ""
    sources: dict[str, str] = field(default_factory=dict)
    from_paper: FromPaper | None = None
    refused: Refused | None = None


@dataclass
class Merge(Part):
    """`merge` the two reports of that form about a village and period; of what differs the `first` or `second` is kept."""

    merge: str
    village: Code
    period: date
    by: str
    keep: str
    as_: str = ""
    refused: Refused | None = None


@dataclass
class Remind(Part):
    """`remind` the villages of a region that have not sent the report of that form and period."""

    remind: str
    in_: Code
    period: date
    by: str
    as_: str = ""


@dataclass
class Expect(Part):
    """What must hold now, after the worker has become quiet."""

    expectations: list[Expectation]

    @classmethod
    def read_from(cls, reader: Reader, node: yaml.Node) -> Self:
        [(_key, value)] = reader.pairs(node).values()
        made = cls(read_expectations(reader, value))
        made.line = node.start_mark.line + 1
        return made


Step = (
    Draft | ChangeDecree | Propose | Letter | Copies | Edit | AddRows | Act | Tell | Merge | Remind | Expect | contests.Step
    | meetings.Step
    | rounds.Step
    | coaching.Step
)
KINDS: dict[str, type] = {
    "draft": Draft, "change": ChangeDecree, "propose": Propose, "letter": Letter, "copies": Copies, "edit": Edit,
    "add_rows": AddRows, "does": Act, "expect": Expect, "report": Tell, "merge": Merge, "remind": Remind,
    **contests.KINDS, **meetings.KINDS, **rounds.KINDS, **coaching.KINDS,
}  # fmt: skip


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
