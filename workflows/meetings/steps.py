"""What follows for a rakor from the acts on its record, and how its papers begin."""

from workflows.core.act import Move, extend
from workflows.letters.beginnings import beginnings_elsewhere
from workflows.letters.states import LetterKind
from workflows.letters.writing import hindrances_elsewhere

from . import queries as q
from .beginnings import invitation, minutes, record
from .papers import WRITTEN, not_now
from .signing import chair_is_not_the_scribe
from .yearly import report

extend("letters.Letter.finalise", kind="letter", checks=[chair_is_not_the_scribe])
extend("letters.Letter.be_signed", kind="letter", locks=[("core.File", q.files_recorded)],
       then=[Move("meetings.Rakor.sign_record", q.rakors_recorded)])  # fmt: skip

beginnings_elsewhere[LetterKind.INVITATION] = invitation
beginnings_elsewhere[LetterKind.NOTES] = minutes
beginnings_elsewhere[LetterKind.RECORD] = record
beginnings_elsewhere[LetterKind.REPORT] = report
hindrances_elsewhere.update(dict.fromkeys(WRITTEN, not_now))
