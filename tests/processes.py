"""Real processes beside a test. They see what it commits, so the test needs real commits (`transactional_db`)."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from backend.launch import children, commands
from backend.launch.children import Child
from backend.launch.state import CHECKOUT
from tests.databases import database_url


@contextmanager
def running_worker(*queues: str, processes: int = 1, **env: str) -> Iterator[Child]:
    """A Celery worker as in production, on this test's database and Redis; for all queues unless some are named."""
    with tempfile.NamedTemporaryFile(suffix=".log") as log:
        worker = start_worker(*queues, processes=processes, log=Path(log.name), **env)
        try:
            yield worker
        finally:
            children.stop_all([worker])


def start_worker(*queues: str, log: Path, processes: int = 1, **env: str) -> Child:
    """Start it and wait until it takes messages; the caller stops it (or kills it: that is what some tests are for)."""
    command = commands.worker(*(queues or commands.QUEUES), processes=processes)
    begins = log.stat().st_size if log.exists() else 0  # before it stands what another worker said, who may be dead
    worker = children.start("worker", command, env=environment(**env), log=log, cwd=CHECKOUT)
    try:
        wait_until(lambda: worker.ended or b"ready." in log.read_bytes()[begins:], "the worker is ready", seconds=300)
        if worker.ended:
            raise AssertionError(f"the worker ended:\n{worker.last_words(40)}")
    except AssertionError:
        children.stop_all([worker])
        raise
    return worker


@contextmanager
def running_scheduler(**env: str) -> Iterator[Child]:
    """A scheduler as in production, on this test's database and Redis."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "scheduler.log"
        command = commands.scheduler(Path(folder))
        scheduler = children.start("scheduler", command, env=environment(**env), log=log, cwd=CHECKOUT)
        try:
            yield scheduler
        finally:
            children.stop_all([scheduler])


def environment(**more: str) -> dict[str, str]:
    """What a process beside the test sees."""
    return dict(os.environ) | {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "backend.settings"} | more


def wait_until(true: Callable[[], bool], what: str, seconds: float = 90.0) -> None:
    """Ask until it is so; fail the test with `what` after that time."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"after {seconds:.0f} s still not: {what}")
        time.sleep(0.05)
