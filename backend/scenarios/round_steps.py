"""What a story says of yearly rounds: who plans one, and what villages answer."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from workflows.core.reading import content_of
from workflows.evaluations.questionnaire import read_questionnaire
from workflows.evaluations.reading import read_instrument
from workflows.evaluations.shipped import QUESTIONNAIRES, SHIPPED

from .meanings import Begun, Known, OneOf, Person
from .places import Code
from .reading import Part
from .refusal import Refused

QUESTIONS = read_questionnaire(content_of(max(QUESTIONNAIRES.glob("*.yaml"))))
CLASSES = [one.key for one in read_instrument(content_of(max(SHIPPED.glob("*.yaml")))).classes]
"""What a round asks, and the classes that it gives: those that were published last."""


@dataclass
class Round(Part):
    """A `round` of a year, planned and, unless `opens` says no, opened `by` its agency's official.

    Days that are left out are as Siklus proposes them; without a `cutoff` it opens and counts today, without a `year` for this one.
    """

    round: Begun
    by: Person
    year: int | None = None
    cutoff: date | None = None
    opens_on: date | None = None
    answers_by: date | None = None
    verified_by: date | None = None
    accepted_by: date | None = None
    meets_by: date | None = None
    opens: bool = True
    refused: Refused | None = None


@dataclass
class Answer(Part):
    """`answer` for a village in a round (`of`) under a name of the story's own, and hand it in unless `hands_in` says no.

    What is left out of `answers` (section, question) is answered as well as can be; each section has the photos that it needs.
    `only` some sections may be filled in so far.
    """

    answer: Begun
    of: Known
    village: Code
    by: Person
    answers: Any = None
    only: list[Annotated[str, OneOf([section.key for section in QUESTIONS.sections])]] = field(default_factory=list)
    hands_in: bool = True
    refused: Refused | None = None


@dataclass
class PutRight(Part):
    """`put_right` what an evaluation says (section, question) after it came back; it is handed in again by `resubmit`."""

    put_right: Known
    by: Person
    answers: Any
    refused: Refused | None = None


Step = Round | Answer | PutRight
