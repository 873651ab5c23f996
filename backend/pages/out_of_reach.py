"""A signing service that was out of reach, and when it is asked after again."""

from datetime import datetime, timedelta

from django.utils import timezone

from workflows.signing.queries import held_up

LOOKED_AFTER_EVERY = timedelta(minutes=1)
"""How often the scheduler asks (`worker.scheduler.SWEEP`)."""


def next_look(**tasks: int) -> datetime | None:
    """When, if one of the `tasks` waits for the service; else None."""
    return timezone.now() + LOOKED_AFTER_EVERY if held_up().filter(**tasks).exists() else None
