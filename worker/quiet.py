"""Waiting until everything that acts have asked for is done. For replays and tests."""

import time

from worker.doorbell import ring
from worker.errors import NotQuiet
from worker.models import Delivery, Post
from workflows.core.models import Job, Outbox

PAUSE = 0.05


def wait_until_quiet(timeout: float = 60.0) -> None:
    """Ring and wait until no job is left to do, those put off after a failure included; parked ones are not waited for.

    Needs a worker beside it, but no scheduler. Raises `NotQuiet` after `timeout` seconds, naming what is left.
    """
    end = time.monotonic() + timeout
    while left := to_do():
        if time.monotonic() > end:
            raise NotQuiet("; ".join(f"{job.label}: {job.last_error or 'belum dikerjakan'}" for job in left))
        ring()
        time.sleep(PAUSE)


def to_do() -> list[Job]:
    """Some of the jobs that are left."""
    return [job for model in (Outbox, Delivery, Post) for job in model.objects.to_do().order_by("pk")[:5]]
