"""What a story may expect: one kind a file. An expectation names what is wrong, or nothing."""

from typing import get_args

from ..meanings import key_of
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
KINDS: dict[str, type] = {key_of(kind): kind for kind in get_args(Expectation)}

__all__ = ["KINDS", "Expectation"]
