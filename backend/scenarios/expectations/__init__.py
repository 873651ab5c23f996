"""What a story may expect: one kind a file. An expectation names what is wrong, or nothing."""

from .coaching import Event, Needs, Visits
from .contests import Contest, Entry
from .coverage import Coverage, Eligible
from .files import Decree, Proposal
from .journal import Journal
from .letters import Letter, Letters
from .meetings import Rakor, Status
from .papers import Paper
from .registers import Register
from .reports import Complete, Reported
from .rounds import Classes, Evaluation, Round
from .tasks import Tasks
from .told import Told
from .villages import Villages

Expectation = (
    Classes | Complete | Contest | Coverage | Decree | Eligible | Entry | Evaluation | Journal | Letter | Letters | Paper | Proposal
    | Rakor | Register | Reported | Round | Status | Event | Visits | Needs | Tasks | Told | Villages
)
KINDS: dict[str, type] = {
    "completeness": Complete, "reported": Reported,
    "coverage": Coverage, "decree": Decree, "eligible": Eligible, "journal": Journal, "letter": Letter, "letters": Letters,
    "paper": Paper,
    "contest": Contest, "entry": Entry, "rakor": Rakor, "status": Status,
    "event": Event, "visits": Visits, "needs": Needs,
    "classes": Classes, "evaluation": Evaluation, "round": Round,
    "proposal": Proposal, "register": Register, "tasks": Tasks, "told": Told, "villages": Villages,
}  # fmt: skip

__all__ = ["KINDS", "Complete", "Expectation", "Journal", "Needs", "Reported", "Tasks", "Told"]
