"""One job from its claim to its end, attempt by attempt."""

from datetime import timedelta

import pytest
from django.db.models import F

from tests.people import person
from worker import relay
from worker.models import Delivery
from worker.relay import carry_out
from worker.topics import TOPICS
from worker.work import Work
from workflows.core.models import JournalEntry, Outbox

LONG_AGO = timedelta(days=1)


def fails(_row):
    raise RuntimeError("the printer is on fire")


@pytest.fixture
def failing(monkeypatch):
    monkeypatch.setitem(TOPICS, "your_turn", Work("messages", slow=fails, given_up=TOPICS["your_turn"].given_up))


def try_now(row):
    """As if the delay and the lease were over."""
    Outbox.objects.filter(pk=row.pk).update(available_at=F("available_at") - LONG_AGO, leased_until=None)
    carry_out(Outbox, row.pk)
    row.refresh_from_db()


def test_what_is_done_is_not_done_again(row):
    carry_out(Outbox, row.pk)
    told = list(Delivery.objects.order_by("pk").values_list("pk", "person__username", "channel"))
    carry_out(Outbox, row.pk)
    row.refresh_from_db()
    assert (row.attempts, row.done_at is None) == (1, False)
    assert list(Delivery.objects.order_by("pk").values_list("pk", "person__username", "channel")) == told
    assert {(name, channel) for _pk, name, channel in told} == {
        (name, channel) for name in ("fitri", "ani") for channel in ("app", "email")
    }


def test_what_fails_is_put_off_longer_each_time_and_then_parked_with_an_alarm(row, failing):
    person("hadi")
    delays = []
    for _ in range(relay.ATTEMPTS):
        before = row.available_at - LONG_AGO
        try_now(row)
        delays.append(row.available_at - before)
    assert delays[:4] == sorted(delays[:4])
    assert row.attempts == relay.ATTEMPTS
    assert row.parked_at is not None
    assert "the printer is on fire" in row.last_error
    alarms = Delivery.objects.filter(outbox=row, channel="alarm")
    assert {alarm.person.username for alarm in alarms} == {"hadi", "ani"}
    assert all("the printer is on fire" in alarm.text for alarm in alarms)


def test_what_is_parked_is_left_alone(row, failing):
    for _ in range(relay.ATTEMPTS + 1):
        try_now(row)
    assert row.attempts == relay.ATTEMPTS


def test_an_unknown_topic_is_parked_at_once_and_named(row):
    Outbox.objects.filter(pk=row.pk).update(topic="pigeon")
    try_now(row)
    assert (row.attempts, row.parked_at is None) == (1, False)
    assert "pigeon" in row.last_error


def test_a_job_that_kills_its_worker_every_time_is_parked(row):
    Outbox.objects.filter(pk=row.pk).update(attempts=relay.ATTEMPTS)
    try_now(row)
    assert row.parked_at is not None
    assert row.last_error.startswith("WorkerDied")
    assert not Delivery.objects.exclude(channel="alarm").exists()


def test_a_leased_job_is_in_other_hands(row):
    assert relay.claim(row, timedelta(seconds=30))
    carry_out(Outbox, row.pk)
    assert not Delivery.objects.exists()


def test_of_two_claims_only_the_latest_has_effect(row, monkeypatch):
    def overtaken(job):
        Outbox.objects.filter(pk=job.pk).update(attempts=F("attempts") + 1)

    real = TOPICS["your_turn"]
    monkeypatch.setitem(TOPICS, "your_turn", Work("messages", real.effect, slow=overtaken))
    carry_out(Outbox, row.pk)
    row.refresh_from_db()
    assert row.done_at is None
    assert not Delivery.objects.exists()


def test_an_effect_that_fails_leaves_nothing_behind(row, monkeypatch):
    real = TOPICS["your_turn"]

    def half(job, found):
        real.effect(job, found)
        fails(job)

    monkeypatch.setitem(TOPICS, "your_turn", Work("messages", half))
    carry_out(Outbox, row.pk)
    row.refresh_from_db()
    assert row.done_at is None
    assert not Delivery.objects.exists()


def test_about_one_object_rows_of_a_topic_keep_their_order(row):
    entry = JournalEntry.objects.get(pk=row.entry_id)
    entry.pk = None
    entry.save()
    later = Outbox.objects.create(entry=entry, topic=row.topic, object_id=row.object_id, office=row.office)
    carry_out(Outbox, later.pk)
    later.refresh_from_db()
    assert later.attempts == 0
    carry_out(Outbox, row.pk)
    carry_out(Outbox, later.pk)
    later.refresh_from_db()
    assert later.done_at is not None
