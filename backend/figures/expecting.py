"""When the running round can be expected to be through: a simple method, said on the page with its uncertainty.

Each evaluation still passes the stations after the one where it is. Those furthest behind pass most; all are worked on side by
side. So the round takes from today as long as the stations that these have before them took half of the time in the last year;
between what a quarter of the tasks and three quarters of them kept to. Days that a task has been waiting already count for nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backend.places.waiting import Pace
from workflows.evaluations.states import EvaluationState, StepMoves
from workflows.routes.states import AssignmentKind

E = EvaluationState
Station = str
FILL = "fill"
STATIONS: tuple[Station, ...] = (FILL, StepMoves.VERIFY, StepMoves.ENDORSE, "")
"""In the order of the way: the village fills in, then what the approvals do; the last one accepts."""
BEFORE = {E.DRAFT: 0, E.RETURNED: 0, E.SUBMITTED: 1, E.VERIFIED: 2, E.ENDORSED: 3}
"""How many stations lie behind an evaluation in this state; of those not named here all do."""


@dataclass(frozen=True)
class Expected:
    """Probably on `middle`, between `early` and `late`; worked out from `count` decisions at the station that had fewest."""

    early: date
    middle: date
    late: date
    count: int


def stations_left(counts: Mapping[str, int]) -> Sequence[Station]:
    """What those furthest behind have before them, by how many evaluations there are in each state."""
    behind = [BEFORE[E(state)] for state, count in counts.items() if count and state in BEFORE]
    return STATIONS[min(behind) :] if behind else ()


def by_station(paces: Mapping[tuple[str, str | None], Pace]) -> dict[Station, Pace]:
    """What the village does has no step."""
    return {FILL if kind == AssignmentKind.SELF_EVALUATION else by or "": pace for (kind, by), pace in paces.items()
            if kind == AssignmentKind.SELF_EVALUATION or by is not None}  # fmt: skip


def expected(counts: Mapping[str, int], paces: Mapping[Station, Pace], today: date) -> Expected | None:
    """None where nothing is left to do, or a station has never been passed in a year."""
    left = stations_left(counts)
    if not left or any(station not in paces for station in left):
        return None
    passed = [paces[station] for station in left]
    early, middle, late = (
        sum(days, timedelta()) for days in zip(*((one.quick, one.median, one.slow) for one in passed), strict=True)
    )
    return Expected(today + early, today + middle, today + late, min(one.count for one in passed))
