"""Redis flushed, killed and absent; schedulers doubled: with real processes and a Valkey of this module's own."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from backend.launch import children, valkey
from backend.launch.children import Child
from backend.launch.state import Lock
from tests.processes import running_scheduler, running_worker, wait_until
from tests.worker.ringing import everything_is_done
from worker.models import Delivery
from workflows.core.door import perform
from workflows.core.models import Outbox
from workflows.routes.models import Assignment

pytestmark = pytest.mark.django_db(transaction=True)


class OwnValkey:
    """A Valkey that a test may kill."""

    def __init__(self, folder: Path):
        self.folder, self.lock = folder, Lock(folder / "lock")
        self.env = valkey.urls(folder)
        self.child: Child | None = None

    def start(self) -> None:
        self.child = valkey.start(self.folder, self.folder, self.lock, durable=False)
        wait_until(self.answers, "Valkey answers")

    def answers(self) -> bool:
        try:
            valkey.ping(self.folder)
        except redis.ConnectionError:
            return False
        return True

    def kill(self) -> None:
        if self.child:
            self.child.process.kill()
            self.child.process.wait()


@pytest.fixture(scope="module")
def own_valkey() -> Iterator[OwnValkey]:
    folder = Path(tempfile.mkdtemp(prefix="siklus-", dir="/var/tmp"))
    server = OwnValkey(folder)
    yield server
    if server.child:
        children.stop_all([server.child])
    shutil.rmtree(folder)


def told_once(*logins: str) -> bool:
    told = Delivery.objects.filter(channel="app").order_by("person__username")
    return list(told.values_list("person__username", flat=True)) == sorted(logins)


def test_an_act_needs_no_redis_and_what_it_asked_for_is_done_when_redis_is_back(world, own_valkey):
    own_valkey.start()
    proposal = world.handed_in()
    with running_worker(**own_valkey.env), running_scheduler(**own_valkey.env), running_scheduler(**own_valkey.env):
        everything_is_done()
        assert told_once("fitri", "ani")

        own_valkey.kill()
        task = world.task(proposal, "village_head")
        began = time.monotonic()
        perform(Assignment.approve, task, by=world.by("fitri"), read=world.read(task))
        assert time.monotonic() - began < 10
        time.sleep(1)  # the bell is rung in vain
        assert told_once("fitri", "ani")

        own_valkey.start()
        everything_is_done()
    assert told_once("fitri", "ani", "budi")
    assert set(Outbox.objects.values_list("attempts", flat=True)) == {1}
