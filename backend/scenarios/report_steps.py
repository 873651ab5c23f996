"""What a story says of reports: who tells what of a village, how two are merged, who is reminded."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from workflows.reports.shipped import newest

from .meanings import Office, OneOf, Person
from .places import Code
from .reading import Part
from .refusal import Refused

EXPECTED = [code for code, form in newest().items() if form.every]
"""The forms that every Kampung KB owes."""


@dataclass
class FromPaper(Part):
    """Who told it on paper, and the day written there."""

    by: str
    on: date


@dataclass
class Tell(Part):
    """A `report` of that form about a village, sent: of the `period` that a day lies in, or so many `months_ago`."""

    report: Annotated[str, OneOf(newest())]
    village: Code
    by: Person
    figures: dict[str, Any]
    period: date | None = None
    months_ago: int = 0
    as_: Office = ""
    sources: dict[str, str] = field(default_factory=dict)
    from_paper: FromPaper | None = None
    refused: Refused | None = None


@dataclass
class Merge(Part):
    """`merge` the two reports of that form about a village and period; of what differs the `first` or `second` is kept."""

    merge: Annotated[str, OneOf(newest())]
    village: Code
    period: date
    by: Person
    keep: Annotated[str, OneOf(["first", "second"])]
    as_: Office = ""
    refused: Refused | None = None


@dataclass
class Remind(Part):
    """`remind` the villages of a region that have not sent the report of that form and period."""

    remind: Annotated[str, OneOf(EXPECTED)]
    in_: Code
    period: date
    by: Person
    as_: Office = ""


Step = Tell | Merge | Remind
