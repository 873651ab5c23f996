"""What each process of Siklus runs: the same lines under `./siklus`, in the Dockerfile and in the compose file."""

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

QUEUES = ("documents", "messages", "default")
# Commands that change tables, and so belong to the owner of the database.
OF_THE_OWNER = frozenset({"migrate", "grant_app_role"})


def python(module: str, *words: str) -> list[str]:
    """As a module, for a script in bin/ carries the path of the environment that it was installed in."""
    return [sys.executable, "-m", module, *words]


def manage(*words: str) -> list[str]:
    return [sys.executable, "manage.py", *words]


def web(bind: str = "0.0.0.0:8000", workers: int = 2) -> list[str]:
    """gunicorn ends its workers when it is killed; `bind` may be an open socket, `fd://N`."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else tempfile.gettempdir()
    words = ["--bind", bind, "--workers", str(workers), "--threads", "4", "--worker-tmp-dir", memory]
    return python("gunicorn", "backend.wsgi", *words, "--access-logfile", "-", "--log-level", "warning")


def worker(*queues: str, processes: int = 2) -> list[str]:
    """A Celery worker for these queues. Without gossip and mingling it starts a second sooner."""
    words = ["--queues", ",".join(queues), "--hostname", f"{'-'.join(queues)}@%h", "--concurrency", str(processes)]
    return python("celery", "-A", "worker.app", "worker", *words, "--without-gossip", "--without-mingle", "-l", "info")


def scheduler(folder: Path) -> list[str]:
    """Celery's beat: it rings, and PostgreSQL says what is due. `folder` keeps when it last rang."""
    words = ["--schedule", str(folder / "beat"), "--pidfile="]
    return python("celery", "-A", "worker.app", "beat", *words, "-l", "info")


def as_owner(env: Mapping[str, str]) -> dict[str, str]:
    """The environment with the owner's connection, where one is known."""
    return dict(env) | ({"DATABASE_URL": env["DATABASE_OWNER_URL"]} if env.get("DATABASE_OWNER_URL") else {})


def app_role(env: Mapping[str, str]) -> str:
    """The role that web and worker connect as."""
    return unquote(urlsplit(env["DATABASE_URL"]).username or "")


def migrate(env: Mapping[str, str], *words: str) -> list[Sequence[str]]:
    """The commands that bring the database's tables up to date, to be run `as_owner`."""
    commands: list[Sequence[str]] = [manage("migrate", *(words or ("-v0",)))]
    if env.get("DATABASE_OWNER_URL"):
        commands.append(manage("grant_app_role", app_role(env)))
    return commands
