"""A round opens, reminds, escalates and closes by the clock, each once, though every scheduler is killed while it is at it."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import psycopg
import pytest
from django.db import connection

from tests.databases import database_url
from tests.evaluation_world import BEGIN, EvaluationWorld, build_evaluation_world
from tests.processes import running_scheduler, wait_until
from tests.world import on_day
from worker.tick import run_due
from workflows.core.models import JournalEntry, Outbox
from workflows.evaluations.models import Evaluation, Round
from workflows.routes.models import Assignment

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.nightly]

AT_IT = "wait_event_type = 'Lock' AND query LIKE 'INSERT INTO \"worker_due\"%'"
DAYS = {
    BEGIN: ["evaluations.Round.open"],
    date(2024, 3, 14): ["routes.Assignment.remind"],  # the villages answer until the 15th, a Friday
    date(2024, 3, 18): ["evaluations.Round.close_answers", "routes.Assignment.remind_late"],
    date(2024, 3, 20): ["routes.Assignment.escalate"],
}
"""Day → what the clock does on it."""


@pytest.fixture
def world() -> EvaluationWorld:
    """Three villages in a round that nobody opens by hand."""
    world = build_evaluation_world()
    world.decreed()
    world.planned()
    return world


def test_every_step_of_a_round_is_done_once_by_the_scheduler_that_lives(world: EvaluationWorld) -> None:
    so_far: list[str] = []
    for day, acts in DAYS.items():
        on_day(day)
        killed_in_the_middle()
        assert acts_of_the_clock() == so_far, "the act and the note that it is done: both or neither"
        so_far = sorted(so_far + acts)
        made_up_for(so_far)
        assert run_due() == 0
        assert acts_of_the_clock() == so_far
    assert Round.objects.get().state == "verifying"
    assert (Evaluation.objects.count(), Assignment.objects.filter(kind="self_evaluation").count()) == (3, 3)
    told = Outbox.objects.filter(topic__in=["reminder", "overdue", "escalated"]).order_by("topic")
    assert list(told.values_list("topic", flat=True)) == ["escalated"] * 3 + ["overdue"] * 3 + ["reminder"] * 3


def made_up_for(acts: list[str]) -> None:
    with running_scheduler():
        wait_until(lambda: acts_of_the_clock() == acts, f"the clock has done {acts}")


def acts_of_the_clock() -> list[str]:
    its_own = [act for acts in DAYS.values() for act in acts]
    return sorted(JournalEntry.objects.filter(act__in=its_own).values_list("act", flat=True))


def killed_in_the_middle() -> None:
    """As a power cut would, when it has done the act and is about to note that."""
    with running_scheduler() as scheduler:
        with nothing_can_be_noted():
            wait_until(lambda: bool(backends(AT_IT)), "the scheduler is at it")
            [backend] = backends(AT_IT)
            os.killpg(scheduler.process.pid, signal.SIGKILL)
        wait_until(lambda: not backends(f"pid = {backend}"), "its transaction is gone")


@contextmanager
def nothing_can_be_noted() -> Iterator[None]:
    with psycopg.connect(database_url()) as other:
        other.execute("LOCK TABLE worker_due IN SHARE MODE")
        yield


def backends(which: str) -> list[int]:
    """The server's processes at work for this database."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND {which}")
        return [pid for (pid,) in cursor]
