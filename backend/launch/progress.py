"""What people see while they wait."""

import os
import time

STARTED = float(os.environ.get("SIKLUS_STARTED") or time.time())


def say(text: str) -> None:
    """Print a line with the seconds since the start. A closed terminal must not keep us from stopping our children."""
    try:
        print(f"[{time.time() - STARTED:6.0f} s] {text}", flush=True)
    except OSError:
        pass


class Failure(Exception):
    """Something that a person must put right; the message says what to do."""
