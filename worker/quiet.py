"""Waiting until everything that acts have asked for is done. For replays and tests."""

import time
from datetime import datetime, timedelta

from django.utils import timezone

from worker.doorbell import ring
from worker.errors import NotQuiet
from worker.models import Delivery, Post
from workflows.core.models import Job, Outbox

PAUSE = 0.05


def wait_until_quiet(timeout: float = 300.0) -> None:
    """Ring and wait until no job is left to do, those put off after a failure included.

    Parked ones are not waited for, nor what was put off beforehand to an hour after `timeout`: e-mails wait for the morning.
    Needs a worker beside it, but no scheduler. Raises `NotQuiet` after `timeout` seconds, naming what is left.
    """
    end, then = time.monotonic() + timeout, timezone.now() + timedelta(seconds=timeout)
    while left := to_do(then):
        if time.monotonic() > end:
            raise NotQuiet("; ".join(f"{job.label}: {job.last_error or 'belum dikerjakan'}" for job in left))
        ring()
        time.sleep(PAUSE)


def to_do(until: datetime) -> list[Job]:
    """Some of the jobs that are left."""
    later = {"attempts": 0, "available_at__gt": until}
    return [job for model in (Outbox, Delivery, Post) for job in model.objects.to_do().exclude(**later).order_by("pk")[:5]]
