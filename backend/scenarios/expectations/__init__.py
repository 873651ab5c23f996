"""What a story may expect: one kind a file. An expectation names what is wrong, or nothing."""

from .coaching import Event, Needs, Visits
from .coverage import Coverage, Eligible
from .files import Decree, Proposal
from .journal import Journal
from .letters import Letter, Letters
from .papers import Paper
from .registers import Register
from .tasks import Tasks
from .told import Told
from .villages import Villages

Expectation = (
    Coverage | Decree | Eligible | Journal | Letter | Letters | Paper | Proposal | Register | Tasks | Told | Villages
    | Event | Visits | Needs
)  # fmt: skip
KINDS: dict[str, type] = {
    "coverage": Coverage, "decree": Decree, "eligible": Eligible, "journal": Journal, "letter": Letter, "letters": Letters,
    "paper": Paper,
    "event": Event, "visits": Visits, "needs": Needs,
    "proposal": Proposal, "register": Register, "tasks": Tasks, "told": Told, "villages": Villages,
}  # fmt: skip

__all__ = ["KINDS", "Expectation", "Journal", "Needs", "Tasks", "Told"]
