"""What each process of Siklus runs: the same lines under `./siklus`, in the Dockerfile and in the compose file."""

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from backend.launch.environment import app_role

QUEUES = ("documents", "messages", "default")
Command = list[str]


def python(module: str, *words: str) -> Command:
    """As a module, for a script in bin/ carries the path of the environment that it was installed in."""
    return [sys.executable, "-m", module, *words]


def manage(*words: str) -> Command:
    return [sys.executable, "manage.py", *words]


def web(bind: str = "0.0.0.0:8000", workers: int = 2) -> Command:
    """gunicorn, whose workers end when it is killed; `bind` may be an open socket, `fd://N`."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else tempfile.gettempdir()
    words = ["--bind", bind, "--workers", str(workers), "--threads", "4", "--worker-tmp-dir", memory]
    return python("gunicorn", "backend.wsgi", *words, "--access-logfile", "-", "--log-level", "warning")


def worker(*queues: str, processes: int = 2) -> Command:
    """A Celery worker for these queues. Without gossip and mingling it starts a second sooner."""
    words = ["--queues", ",".join(queues), "--hostname", f"{'-'.join(queues)}@%h", "--concurrency", str(processes)]
    return python("celery", "-A", "worker.app", "worker", *words, "--without-gossip", "--without-mingle", "-l", "info")


def scheduler(folder: Path) -> Command:
    """Rings for what is due and lets the clock tick; it touches a file in `folder` as long as it lives."""
    return python("worker.scheduler", str(folder / "beat"))


def migrate(env: Mapping[str, str], *words: str) -> list[Command]:
    """What brings the database's tables up to date; to be run as the owner."""
    commands = [manage("migrate", *(words or ("-v0",)))]
    if env.get("DATABASE_OWNER_URL"):
        commands.append(manage("grant_app_role", app_role(env)))
    return commands


def exists(command: str) -> bool:
    """Whether one of our packages has that management command (without starting Django for the question)."""
    here = Path(__file__).resolve().parents[2]
    packages = (here / name for name in ("backend", "worker", "documents", "workflows"))
    return any(any(package.glob(f"**/management/commands/{command}.py")) for package in packages)
