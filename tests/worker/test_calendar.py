"""Deadlines and reminders need working days: the scheduler fills them in, years before they are needed."""

from datetime import date

import pytest

from tests.processes import running_scheduler, wait_until
from tests.world import story_from
from workflows.organisation.working_days import NoCalendar, due_date


@pytest.mark.django_db(transaction=True)
def test_the_scheduler_keeps_the_calendar_filled():
    story_from(date(2024, 3, 4))
    with running_scheduler():
        wait_until(is_filled, "the calendar reaches the end of the year after next")


def is_filled() -> bool:
    try:
        return due_date(date(2026, 12, 30), 1) == date(2026, 12, 31)
    except NoCalendar:
        return False
