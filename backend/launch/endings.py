"""Ctrl-C, a closed terminal and `kill` all end us the same way: as KeyboardInterrupt, once."""

import signal
from types import FrameType

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def listen() -> None:
    """Explicitly for each: a shell starts background jobs with SIGINT ignored."""
    for ending in ENDINGS:
        signal.signal(ending, _interrupt)


def ignore() -> None:
    """From here on we are stopping; a second Ctrl-C must not leave half of it running."""
    for ending in ENDINGS:
        signal.signal(ending, signal.SIG_IGN)
