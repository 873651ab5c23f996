"""What people see while they wait."""

import time

STARTED = time.monotonic()


def say(text: str) -> None:
    """Print a line with the seconds since the start. A closed terminal must not keep us from stopping our children."""
    try:
        print(f"[{time.monotonic() - STARTED:6.1f} s] {text}", flush=True)
    except OSError:
        pass


class Failure(Exception):
    """Something that a person must put right; the message says what to do."""
