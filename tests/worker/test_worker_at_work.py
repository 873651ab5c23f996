"""A real worker on real Valkey: bells that are lost, and workers that are killed in the middle."""

import os
import signal
from contextlib import contextmanager
from datetime import timedelta

import psycopg
import pytest
import redis
from django.conf import settings
from django.db.models.functions import Now

from tests.databases import database_url
from tests.people import person
from tests.processes import running_worker, wait_until
from tests.worker.post_office import PostOffice, opened
from worker.app import app
from worker.doorbell import ring
from worker.models import Delivery
from worker.quiet import wait_until_quiet
from workflows.core.models import Outbox

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = timedelta(0)


@pytest.fixture
def nobody_is_ringing():
    app.control.purge()


def killed(worker):
    os.killpg(worker.process.pid, signal.SIGKILL)
    wait_until(lambda: worker.ended, "the worker is gone")


def lease_runs_out():
    for model in (Outbox, Delivery):
        model.objects.to_do().exclude(leased_until=None).update(leased_until=Now() - timedelta(seconds=1))


def deliveries():
    return sorted(Delivery.objects.values_list("person__username", "channel", "status"))


def test_what_an_act_asks_for_is_told_and_mailed(row, nobody_is_ringing):
    person("fitri").__class__.objects.filter(username="fitri").update(email="fitri@example.org")
    with running_worker():
        wait_until_quiet(20)
    assert deliveries() == [
        ("ani", "app", "sent"), ("ani", "email", "no_channel"), ("fitri", "app", "sent"), ("fitri", "email", "sent"),
    ]  # fmt: skip
    written = [file.read_text() for file in settings.OUTBOX_MAIL_DIR.iterdir()]
    assert any(Delivery.objects.get(status="sent", channel="email").message_id in mail for mail in written)


def test_a_bell_that_was_lost_is_rung_again(row, nobody_is_ringing):
    assert ring() == 1
    assert ring() == 0
    app.control.purge()
    redis.from_url(settings.REDIS_URL).flushdb()
    assert ring(again_after=AT_ONCE) == 1
    with running_worker():
        wait_until(lambda: Delivery.objects.exists(), "somebody is told")


def test_a_bell_that_rings_twice_has_one_effect(row, nobody_is_ringing):
    for _ in range(5):
        ring(again_after=AT_ONCE)
    with running_worker(processes=2):
        wait_until_quiet(20)
    row.refresh_from_db()
    assert row.attempts == 1
    assert len(deliveries()) == 4


@contextmanager
def deliveries_cannot_be_written():
    with psycopg.connect(database_url()) as other:
        other.execute("LOCK TABLE worker_delivery IN SHARE MODE")
        yield


def test_a_worker_killed_in_the_middle_of_the_effect_leaves_none_and_the_next_one_does_it_once(row, nobody_is_ringing):
    with deliveries_cannot_be_written(), running_worker() as worker:
        ring()
        wait_until(lambda: Outbox.objects.filter(pk=row.pk, attempts=1).exists(), "it is claimed")
        killed(worker)
    assert not Delivery.objects.exists()
    assert ring(again_after=AT_ONCE) == 0, "as long as the lease lasts it is in the killed worker's hands"
    lease_runs_out()
    with running_worker():
        wait_until_quiet(20)
    row.refresh_from_db()
    assert row.attempts == 2
    assert len(deliveries()) == 4


def test_a_worker_killed_while_it_sends_leads_to_one_mail_or_two_with_one_id(row, nobody_is_ringing):
    type(person("fitri")).objects.filter(username="fitri").update(email="fitri@example.org")
    with opened(PostOffice()) as post_office:
        by_smtp = {"DJANGO_SETTINGS_MODULE": "tests.worker.smtp_settings", "EMAIL_PORT": str(post_office.port)}
        post_office.pause = 1.0
        with running_worker(**by_smtp) as worker:
            ring()
            wait_until(lambda: ring() == 0 and post_office.begun == 1, "the mail is on its way")
            killed(worker)
        post_office.pause = 0
        lease_runs_out()
        with running_worker(**by_smtp):
            wait_until_quiet(20)
    email = Delivery.objects.get(channel="email", person__username="fitri")
    assert (email.status, email.attempts) == ("sent", 2)
    assert set(post_office.message_ids) == {email.message_id}
    assert Delivery.objects.filter(channel="app", person__username="fitri").count() == 1
