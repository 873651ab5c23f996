"""The scheduler: rings for what is due, lets the clock tick and seals the ledger. `python -m worker.scheduler FILE`.

Two do no harm. It touches FILE as long as it lives.
It needs no message to be woken and keeps nothing in memory, so it may be stopped at any moment and started late.
"""

import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from types import FrameType

import django
from django.db import close_old_connections

PAUSE = 0.25
"""Seconds: how long a consequence of an act waits at most until somebody is told of it."""
TICK = 10.0
SWEEP = 60.0
SEAL = 2.0
"""Seconds until something new stands in the ledger, at most."""
HOUR = 3600.0

logger = logging.getLogger(__name__)
stopping = Event()


@dataclass
class Habit:
    """Something done again and again; what goes wrong is noted and tried the next time."""

    do: Callable[[], object]
    every: float  # seconds
    next_at: float = 0.0

    def keep(self) -> None:
        if time.monotonic() < self.next_at:
            return
        try:
            close_old_connections()
            self.do()
        except Exception:
            logger.exception("%s failed", self.do.__name__)
        self.next_at = time.monotonic() + self.every


def stop(_signal: int, _frame: FrameType | None) -> None:
    stopping.set()


def main(pulse: Path) -> None:
    """Until SIGTERM or SIGINT, which let the work at hand end."""
    from documents.ledger.sealing import seal, seal_everything  # Django must be set up before there are models
    from worker.doorbell import ring, ring_for_signatures
    from worker.reports import tell_of_reports
    from worker.substitutions import tell_of_substitutes
    from worker.summary import tell_summaries
    from worker.tick import run_due
    from worker.unread import tell_by_the_next_channel
    from workflows.organisation.working_days import fill_ahead

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    habits = [
        Habit(ring, PAUSE), Habit(run_due, TICK), Habit(ring_for_signatures, SWEEP),
        Habit(seal_everything, HOUR), Habit(seal, SEAL), Habit(tell_summaries, SWEEP),
        Habit(tell_by_the_next_channel, SWEEP), Habit(tell_of_substitutes, SWEEP),
        Habit(tell_of_reports, SWEEP), Habit(fill_ahead, HOUR),
    ]  # fmt: skip
    logger.info("the scheduler is ready")
    while not stopping.is_set():
        pulse.touch()
        for habit in habits:
            habit.keep()
        stopping.wait(PAUSE)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.settings")
    django.setup()
    main(Path(sys.argv[1]))
