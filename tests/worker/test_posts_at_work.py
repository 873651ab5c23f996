"""A real worker that is killed between sending and noting it: the receiver hears twice, under one id, and all is noted."""

import json
import os
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db.models.functions import Now

from tests.people import person
from tests.processes import wait_until
from tests.worker.receiver import Receiver, listening
from tests.worker.team import Team
from worker.doorbell import ring
from worker.models import Delivery, Post, Webhook
from worker.quiet import wait_until_quiet
from worker.webhooks.secrets import fresh_secret, keep
from workflows.core.models import Outbox
from workflows.organisation.models import Person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    """Both a webhook's receiver and a WhatsApp gateway."""
    with listening(Receiver()) as receiver:
        yield receiver


@pytest.fixture(scope="module")
def hired(receiver: Receiver, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    gateway = f"json://127.0.0.1:{receiver.port}/whatsapp?:to={{to}}&+Idempotency-Key={{id}}"
    os.environ["SIKLUS_WHATSAPP"] = gateway
    team = Team(tmp_path_factory.mktemp("team") / "worker.log", SIKLUS_WHATSAPP=gateway)
    yield team
    team.go_home()
    del os.environ["SIKLUS_WHATSAPP"]


@pytest.fixture
def told(row: Outbox, world, receiver: Receiver, hired: Team, settings) -> None:
    """Fitri is told by WhatsApp, and a program by webhook; the receiver takes its time."""
    settings.WHATSAPP_GATEWAY = os.environ["SIKLUS_WHATSAPP"]
    Person.objects.filter(pk=person("fitri").pk).update(phone="0812 3456 7890")
    hook = Webhook(name="Contoh", url=f"{receiver.url}/siklus", region=world.regency, made_by=person("hadi"))
    keep(hook, fresh_secret())
    hook.save()
    receiver.got.clear()
    hired.be_there()


def leases_run_out() -> None:
    for model in (Outbox, Delivery, Post):
        model.objects.to_do().exclude(leased_until=None).update(leased_until=Now() - timedelta(seconds=1), rung_at=None)


def ids(receiver: Receiver) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"/siklus": set(), "/whatsapp": set()}
    for letter in receiver.got:
        found[letter.path].add(letter.headers.get("webhook-id") or letter.headers["Idempotency-Key"])
    return found


def paths(receiver: Receiver) -> list[str]:
    return [letter.path for letter in receiver.got]


@pytest.mark.parametrize("path", ["/siklus", "/whatsapp"])
def test_killed_before_it_is_noted_it_goes_again_under_one_id(told: None, hired: Team, receiver: Receiver, path: str) -> None:
    receiver.pause = 3.0
    wait_until(lambda: ring() == 0 and path in paths(receiver), "it is out, and not answered yet")
    hired.kill()
    receiver.pause = 0
    leases_run_out()
    hired.be_there()
    wait_until_quiet()
    assert paths(receiver).count(path) == 2
    assert [len(known) for known in ids(receiver).values()] == [1, 1]
    assert Post.objects.get().status == 200
    assert Delivery.objects.get(channel="whatsapp").standing == "sent"


def test_both_arrive_once_when_nobody_dies(told: None, receiver: Receiver) -> None:
    wait_until_quiet()
    assert sorted(letter.path for letter in receiver.got) == ["/siklus", "/whatsapp"]
    message = next(letter for letter in receiver.got if letter.path == "/whatsapp")
    assert json.loads(message.body)["to"] == "6281234567890"
