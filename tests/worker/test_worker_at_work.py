"""A real worker on real Valkey: bells that are lost or ring twice, and workers that are killed in the middle."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import psycopg
import pytest
import redis
from django.conf import settings
from django.db.models.functions import Now

from tests.databases import database_url
from tests.people import person
from tests.processes import wait_until
from tests.worker.post_office import PostOffice, opened
from tests.worker.team import Team
from worker.doorbell import ring
from worker.models import Delivery
from worker.quiet import wait_until_quiet
from workflows.core.models import Outbox
from workflows.organisation.models import Person

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = timedelta(0)
TOLD = [("ani", "app", "sent"), ("ani", "email", "no_channel"), ("fitri", "app", "sent"), ("fitri", "email", "sent")]


@pytest.fixture(scope="module")
def post() -> Iterator[PostOffice]:
    with opened(PostOffice()) as post_office:
        yield post_office


@pytest.fixture(scope="module")
def hired(post, tmp_path_factory) -> Iterator[Team]:
    by_smtp = {"DJANGO_SETTINGS_MODULE": "tests.worker.smtp_settings", "EMAIL_PORT": str(post.port)}
    team = Team(tmp_path_factory.mktemp("team") / "worker.log", **by_smtp)
    yield team
    team.go_home()


@pytest.fixture
def team(row, hired, post) -> Team:
    """At work; Fitri has an address."""
    Person.objects.filter(pk=person("fitri").pk).update(email="fitri@example.org")
    post.mails.clear()
    hired.be_there()
    return hired


def lease_runs_out():
    for model in (Outbox, Delivery):
        model.objects.to_do().exclude(leased_until=None).update(leased_until=Now() - timedelta(seconds=1), rung_at=None)


def told():
    return sorted(Delivery.objects.values_list("person__username", "channel", "status"))


def test_a_bell_that_was_lost_is_rung_again(row):
    server = redis.from_url(settings.REDIS_URL)
    server.flushdb()
    assert ring() == 1
    assert ring() == 0
    server.flushdb()
    assert ring(again_after=AT_ONCE) == 1
    assert server.llen("messages") == 1
    server.flushdb()


def test_what_an_act_asks_for_is_told_and_mailed_once_however_often_the_bell_rings(team, row, post):
    for _ in range(5):
        ring(again_after=AT_ONCE)
    wait_until_quiet()
    assert told() == TOLD
    assert post.message_ids == [Delivery.objects.get(channel="email", status="sent").message_id]
    row.refresh_from_db()
    assert row.attempts == 1


@contextmanager
def deliveries_cannot_be_written():
    with psycopg.connect(database_url()) as other:
        other.execute("LOCK TABLE worker_delivery IN SHARE MODE")
        yield


def test_a_worker_killed_in_the_middle_of_the_effect_leaves_none_and_the_next_one_does_it_once(team, row):
    with deliveries_cannot_be_written():
        ring()
        wait_until(lambda: Outbox.objects.filter(pk=row.pk, attempts=1).exists(), "it is claimed")
        team.kill()
    assert not Delivery.objects.exists()
    assert ring(again_after=AT_ONCE) == 0, "as long as the lease lasts it is in the killed worker's hands"
    lease_runs_out()
    team.be_there()
    wait_until_quiet()
    row.refresh_from_db()
    assert row.attempts == 2
    assert told() == TOLD


def test_a_worker_killed_while_it_sends_leads_to_one_mail_or_two_with_one_id(team, post):
    begun = post.begun
    post.pause = 60.0  # until the worker is killed
    wait_until(lambda: ring() == 0 and post.begun > begun, "the mail is on its way")
    team.kill()
    post.pause = 0
    lease_runs_out()
    team.be_there()
    wait_until_quiet()
    email = Delivery.objects.get(channel="email", person__username="fitri")
    assert (email.status, email.attempts) == ("sent", 2)
    assert set(post.message_ids) == {email.message_id}
    assert told() == TOLD
