import os
import signal

import pytest

from backend.launch.health import health
from tests.processes import running_worker, wait_until
from worker.app import app


@pytest.mark.django_db(transaction=True)
def test_a_real_worker_serves_the_queues_named_and_is_killed_cleanly() -> None:
    with running_worker("messages") as worker:
        queues = app.control.inspect(timeout=5).active_queues()
        assert queues is not None
        assert {queue["name"] for served in queues.values() for queue in served} == {"messages"}
        assert health(["worker"]) == 0
        os.kill(worker.process.pid, signal.SIGKILL)
        wait_until(lambda: worker.ended, "the worker is gone")
        assert health(["worker"]) == 1
