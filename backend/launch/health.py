"""What a container's health check asks of the process beside it."""

import os
import socket
import tempfile
import time
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path

from backend.launch import commands
from backend.launch.running import run_all

PORT = 8000
LONGEST_SILENCE = 60.0  # seconds; the scheduler touches its file several times a second


def health(arguments: Sequence[str]) -> int:
    """0 while the process of that kind (web, worker, scheduler) does its work, else 1."""
    return 0 if CHECKS[arguments[0] if arguments else "web"]() else 1


def answers(address: str, host: str = "") -> bool:
    """Whether the web process and its database answer; a proxy in the environment is not asked."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    request = urllib.request.Request(f"{address}/healthz", headers={"Host": host} if host else {})
    try:
        return direct.open(request, timeout=2).status == 200
    except OSError:
        return False


def _web() -> bool:
    return answers(f"http://127.0.0.1:{PORT}", host=os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip())


def _worker() -> bool:
    """The worker of this container: its name ends in the container's host name, whatever its queue.

    The answer may take a busy machine longer than the second for which Celery would wait.
    """
    pattern = ["--destination", ",".join(f"{queue}@{socket.gethostname()}" for queue in commands.QUEUES)]
    return run_all([commands.python("celery", "-A", "worker.app", "inspect", "ping", "--timeout", "3", *pattern)], os.environ) == 0


def _scheduler() -> bool:
    written = [file.stat().st_mtime for file in Path(tempfile.gettempdir()).glob("beat*")]
    return bool(written) and time.time() - max(written) < LONGEST_SILENCE


CHECKS: dict[str, Callable[[], bool]] = {"web": _web, "worker": _worker, "scheduler": _scheduler}
