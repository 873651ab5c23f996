"""What `wait_until_quiet` waits for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from worker.errors import NotQuiet
from worker.quiet import wait_until_quiet
from workflows.core.models import Outbox


def put_off(row: Outbox, attempts: int) -> None:
    Outbox.objects.exclude(pk=row.pk).delete()
    Outbox.objects.filter(pk=row.pk).update(attempts=attempts, available_at=timezone.now() + timedelta(hours=8))


def test_what_waits_for_the_morning_is_not_waited_for(row: Outbox) -> None:
    put_off(row, attempts=0)
    wait_until_quiet(0.2)


def test_what_failed_once_is(row: Outbox) -> None:
    put_off(row, attempts=1)
    with pytest.raises(NotQuiet):
        wait_until_quiet(0.2)
