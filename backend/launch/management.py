"""Django's commands on the demo's database, whether the demo runs or not."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from backend.launch import children, commands, endings, servers, state
from backend.launch.progress import Failure


def manage(arguments: Sequence[str]) -> int:
    """One of Django's commands; those that change tables run as the owner of the database."""
    with demo_environment() as env:
        if arguments and arguments[0] == "migrate":
            return run_all(commands.migrate(env, *arguments[1:]), commands.as_owner(env))
        owner = bool(arguments) and arguments[0] in commands.OF_THE_OWNER
        return run_all([commands.manage(*arguments)], commands.as_owner(env) if owner else env)


def run_all(lines: Sequence[Sequence[str]], env: Mapping[str, str]) -> int:
    """One after the other at the terminal, until one fails; that one's exit code."""
    for line in lines:
        code = subprocess.run(line, env=dict(env), cwd=state.CHECKOUT).returncode
        if code:
            return children.exit_code(code)
    return 0


@contextmanager
def demo_environment() -> Iterator[dict[str, str]]:
    """The environment of the demo: of the running one, or with its servers started for as long as this lasts."""
    folder = state.state_folder()
    lock = state.Lock(folder / "lock")
    if not lock.take():
        yield environment_of_the_running_demo(folder)
        return
    running = servers.start_missing(folder, folder, lock, durable=True, quiet=True)
    try:
        yield process_environment(running, "demo", folder)
    finally:
        endings.ignore()
        running.stop()


def environment_of_the_running_demo(folder: Path) -> dict[str, str]:
    """What the running demo wrote down when it was ready."""
    file = folder / "environment.json"
    if not file.exists():
        raise Failure(f"{folder} is in use by a Siklus that is starting or ending. Try again in some seconds.")
    return dict(os.environ) | json.loads(file.read_text())


def process_environment(running: servers.Servers, environment: str, folder: Path) -> dict[str, str]:
    """What web, worker and commands see: the servers' addresses and the folder of their files."""
    ours = {"SIKLUS_ENV": environment, "SIKLUS_FILES": str(folder / "files"), "PYTHONUNBUFFERED": "1"}
    return dict(os.environ) | ours | running.environment
