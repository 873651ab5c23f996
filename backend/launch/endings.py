"""Ctrl-C, a closed terminal and `kill` all end us the same way: as KeyboardInterrupt, once."""

import signal
from threading import Event
from types import FrameType

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
asked = Event()


def listen() -> None:
    """Explicitly for each: a shell starts background jobs with SIGINT ignored."""
    for ending in ENDINGS:
        signal.signal(ending, _interrupt)


def ignore() -> None:
    """From here on we are stopping: a second Ctrl-C must not leave half of it running."""
    for ending in ENDINGS:
        signal.signal(ending, signal.SIG_IGN)


def check() -> None:
    """Raise the KeyboardInterrupt that got lost: Python drops one that is raised while an object is being deleted."""
    if asked.is_set():
        raise KeyboardInterrupt


def _interrupt(number: int, frame: FrameType | None) -> None:
    if not asked.is_set():
        asked.set()
        raise KeyboardInterrupt
