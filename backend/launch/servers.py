"""The servers that nobody gave us: PostgreSQL without DATABASE_URL, Valkey without REDIS_URL."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from backend.launch import children, endings, postgres, valkey
from backend.launch.children import Child
from backend.launch.progress import Failure, say
from backend.launch.roles import create_database_and_roles
from backend.launch.state import Lock

PATIENCE = 120.0  # seconds until a server that runs but does not answer counts as not started: a busy machine takes its time


@dataclass
class Servers:
    """What runs, in the order in which it was started, and the environment that leads to it."""

    running: list[Child] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)


@contextmanager
def missing_servers(folder: Path, lock: Lock, *, durable: bool) -> Iterator[Servers]:
    """Start what the environment does not name, with its data in `folder`; stop it at the end."""
    servers = Servers()
    try:
        _start(servers, folder, lock, durable)
        if servers.running:
            say(f"{' and '.join(server.name for server in servers.running)} ready")
        yield servers
    finally:
        endings.ignore()
        children.stop_all(servers.running[::-1])


def _start(servers: Servers, folder: Path, lock: Lock, durable: bool) -> None:
    sockets = _folder_of_sockets(folder / "run")
    if "DATABASE_URL" not in os.environ:
        servers.running.append(postgres.start(folder, sockets, lock, durable=durable))
        _wait_for(servers.running[-1], lambda: create_database_and_roles(sockets))
        servers.environment |= postgres.urls(sockets)
    elif "DATABASE_OWNER_URL" not in os.environ:
        say("warning: DATABASE_URL without DATABASE_OWNER_URL: only triggers protect the journal, no role does")
    if "REDIS_URL" not in os.environ:
        servers.running.append(valkey.start(folder, sockets, lock, durable=durable))
        _wait_for(servers.running[-1], lambda: valkey.ping(sockets))
        servers.environment |= valkey.urls(sockets)


def _folder_of_sockets(folder: Path) -> Path:
    """A folder that PostgreSQL's user owns and others may only pass through."""
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o711)
    postgres.hand_over(folder)
    return folder


def _wait_for(server: Child, ask: Callable[[], None]) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return ask()
        except Exception as error:  # noqa: BLE001 whatever its client raises while it is not there yet
            if server.ended or time.monotonic() > end:
                raise Failure(f"{server.name} did not start ({error}). Its log ends:\n{server.last_words()}") from error
            time.sleep(0.03)
