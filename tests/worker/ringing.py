"""Waiting for real workers."""

from datetime import timedelta

from django.utils import timezone

from tests.processes import wait_until
from worker.quiet import to_do


def everything_is_done(seconds: float = 300.0) -> None:
    """Wait, without ringing, until nothing is left to do."""
    wait_until(lambda: not to_do(timezone.now() + timedelta(seconds=seconds)), "everything is done", seconds)
