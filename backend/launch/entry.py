"""The commands: those of `./siklus`, which bring their own servers, and those of a container, which find theirs."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from backend.launch import commands, state
from backend.launch.environment import as_owner
from backend.launch.progress import Failure, say
from backend.launch.running import demo_servers, fresh_servers, run_all

OF_THE_OWNER = frozenset({"grant_app_role"})
NEED_NO_SERVERS = {"--list", "--help", "-h"}
WITHOUT_SERVERS = {"SIKLUS_ENV": "demo"}


def test(arguments: Sequence[str]) -> int:
    """pytest with throw-away servers."""
    with fresh_servers("test") as fresh:
        return fresh.run(commands.python("pytest", *arguments))


def replay(arguments: Sequence[str]) -> int:
    """Play scenario files in a fresh database, with a real worker beside."""
    if NEED_NO_SERVERS.intersection(arguments):
        return _manage_without_servers("replay", *arguments)
    with fresh_servers("demo") as fresh, fresh.database():
        return fresh.run(commands.manage("replay", *arguments), beside=[fresh.worker()])


def bench(arguments: Sequence[str]) -> int:
    """The benchmarks in a fresh database that writes to the disk as in production."""
    if NEED_NO_SERVERS.intersection(arguments):
        return _manage_without_servers("bench", *arguments)
    with fresh_servers("demo", durable=True) as fresh, fresh.database():
        return fresh.run(commands.manage("bench", *arguments))


def verify(arguments: Sequence[str]) -> int:
    """One document, offline; or the demo's whole archive."""
    if arguments:
        return _manage_without_servers("verify_documents", *arguments)
    with demo_servers() as env:
        return run_all([commands.manage("verify_documents")], env)


def manage(arguments: Sequence[str]) -> int:
    """One of Django's commands on the demo's database; those that change tables run as its owner."""
    name = arguments[0] if arguments else "help"
    with demo_servers() as env:
        if name == "migrate":
            return run_all(commands.migrate(env, *arguments[1:]), as_owner(env))
        return run_all([commands.manage(*arguments)], as_owner(env) if name in OF_THE_OWNER else env)


def reset(arguments: Sequence[str]) -> int:
    """Remove the database, files and logs of this checkout. Refused while the demo runs."""
    folder = state.state_folder()
    lock = state.Lock(folder / "lock")
    if not lock.take():
        raise Failure("Siklus is running: stop it first (Ctrl-C where you started it).")
    state.empty(folder)
    say(f"database and files are gone from {folder}; the next ./siklus demo begins anew")
    return 0


def _manage_without_servers(*words: str) -> int:
    return run_all([commands.manage(*words)], dict(os.environ) | WITHOUT_SERVERS)


# --- In a container: one process, whose servers the environment names -------------------------------------------------


def migrate(arguments: Sequence[str]) -> int:
    return run_all(commands.migrate(os.environ, *arguments), as_owner(os.environ))


def web(arguments: Sequence[str]) -> NoReturn:
    _become(commands.web(workers=int(os.environ.get("WEB_WORKERS", "2"))))


def worker(arguments: Sequence[str]) -> NoReturn:
    """A worker for the queues named, or for all."""
    unknown = set(arguments) - set(commands.QUEUES)
    if unknown:
        raise Failure(f"There is no queue {', '.join(sorted(unknown))}; there are {', '.join(commands.QUEUES)}.")
    processes = int(os.environ.get("WORKER_PROCESSES", "2"))
    _become(commands.worker(*(arguments or commands.QUEUES), processes=processes))


def scheduler(arguments: Sequence[str]) -> NoReturn:
    _become(commands.scheduler(Path(tempfile.gettempdir())))


def _become(command: Sequence[str]) -> NoReturn:
    """Replace ourselves, so that the container's signals reach the process itself."""
    os.chdir(state.CHECKOUT)
    os.execv(sys.executable, list(command))
