"""What the clock does: reminders, late notices and escalation, by moving the story on. The task is due on 7 March 2024."""

from datetime import date

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from tests.world import on_day
from worker.models import Due
from worker.schedule import SCHEDULE
from worker.tick import THE_CLOCK, run_due
from workflows.core.door import perform, problems
from workflows.core.models import File, JournalEntry, Outbox
from workflows.organisation.models import Region
from workflows.organisation.models.region import Zone
from workflows.routes.models import Assignment

THE_DAY_BEFORE, THE_DAY, THE_DAY_AFTER = date(2024, 3, 6), date(2024, 3, 7), date(2024, 3, 8)
SUNDAY = date(2024, 3, 10)
THREE_WORKING_DAYS_LATER = date(2024, 3, 14)  # the 11th and 12th are Nyepi and its cuti bersama


@pytest.fixture
def task(world):
    world.handed_in()
    return Assignment.objects.get(state="open")


def told():
    topics = ["reminder", "overdue", "escalated"]
    return list(Outbox.objects.filter(topic__in=topics).order_by("pk").values_list("topic", "office__role"))


def test_before_the_deadline_the_office_is_reminded_once(task):
    run_due()
    assert told() == []
    on_day(THE_DAY_BEFORE)
    run_due()
    run_due()
    assert told() == [("reminder", "village_head")]


def test_a_missed_reminder_comes_late_but_only_until_the_deadline(task):
    on_day(THE_DAY)
    run_due()
    assert told() == [("reminder", "village_head")]


def test_after_the_deadline_the_office_is_told_and_then_its_superior(task):
    on_day(THE_DAY_AFTER)
    run_due()
    assert told() == [("overdue", "village_head")]
    on_day(date(2024, 3, 13))
    run_due()
    assert len(told()) == 1
    on_day(THREE_WORKING_DAYS_LATER)
    run_due()
    run_due()
    assert told() == [("overdue", "village_head"), ("escalated", "camat")]


def test_the_clock_asks_only_where_somebody_works(task):
    with CaptureQueriesContext(connection) as asked:
        run_due()
    assert {zone for zone in Zone.values for query in asked if zone in query["sql"]} == {Zone.WIB}


def test_it_goes_in_every_zone_in_which_somebody_works(task):
    Region.objects.update(zone=Zone.WIT)
    File.objects.update(zone=Zone.WIT)
    on_day(THE_DAY_BEFORE)
    run_due()
    assert told() == [("reminder", "village_head")]


def test_nobody_is_bothered_on_a_sunday(task):
    on_day(SUNDAY)
    run_due()
    assert told() == []


def test_a_task_that_is_done_is_not_mentioned_again(task, world):
    perform(Assignment.approve, task, by=world.by("fitri"), read=world.read(task))
    on_day(THE_DAY_AFTER)
    run_due()
    assert ("overdue", "village_head") not in told()


def test_the_clock_acts_by_the_sistem_office_and_turns_no_reader_away(task, world):
    version = File.objects.get(pk=task.file_id).version
    on_day(THE_DAY_BEFORE)
    run_due()
    entry = JournalEntry.objects.get(act="routes.Assignment.remind")
    assert (entry.office.role, entry.on) == ("system", THE_DAY_BEFORE)
    perform(Assignment.approve, task, by=world.by("fitri"), read=world.read(task), version=version)


def test_nobody_else_may_remind_in_its_name(task, world):
    assert [p.rule for p in problems(Assignment.remind, task, by=world.by("fitri"))] == ["by_the_system"]


def test_what_is_refused_keeps_nobody_else_waiting_and_is_tried_again_later(task, world, monkeypatch):
    other = Assignment.objects.get(file=world.handed_in(1).pk, state="open")
    remind = SCHEDULE[2]
    on_day(THE_DAY_BEFORE)
    broken = type(remind)(
        remind.transition, lambda day: Assignment.objects.filter(state__in=["open", "waiting"], order=1), "due_on"
    )
    Assignment.objects.filter(pk=other.pk).update(state="waiting")
    monkeypatch.setattr("worker.tick.SCHEDULE", [broken])
    assert run_due() == 1
    assert told() == [("reminder", "village_head")]
    refused = Due.objects.get(object_id=other.pk)
    assert refused.done_at is None
    assert refused.problem
    assert run_due() == 0  # not at once again …
    Assignment.objects.filter(pk=other.pk).update(state="open")
    on_day(THE_DAY)
    assert run_due() == 1  # … but on the next day
    refused.refresh_from_db()
    assert refused.done_at is not None


@pytest.mark.django_db(transaction=True)
def test_while_one_scheduler_acts_another_does_nothing(task):
    on_day(THE_DAY_BEFORE)
    other = connections.create_connection("default")
    other.set_autocommit(False)
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [THE_CLOCK])
        assert run_due() == 0
    other.rollback()
    other.close()
    assert run_due() == 1
    assert told() == [("reminder", "village_head")]
