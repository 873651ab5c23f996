"""Run commands with the servers that they need: the demo's own, or fresh ones that are thrown away."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from backend.launch import children, commands, endings, roles, services, state
from backend.launch.environment import Environment, as_owner, process_environment, read_back
from backend.launch.progress import Failure
from backend.launch.servers import missing_servers


@contextmanager
def demo_servers() -> Iterator[Environment]:
    """The demo's environment: of the running demo, or with its servers started for as long as this lasts."""
    folder = state.state_folder()
    lock = state.Lock(folder / "lock")
    if lock.take():
        with missing_servers(folder, lock, durable=True) as servers:
            yield process_environment("demo", folder, servers.environment)
    elif env := read_back(folder):
        yield env
    else:
        raise Failure(f"A Siklus that is starting or ending uses {folder}. Try again in some seconds.")


@dataclass
class Fresh:
    """Servers (or, where URLs are given, a new database on theirs) in a folder that is thrown away afterwards."""

    folder: Path
    lock: state.Lock
    env: Environment

    @contextmanager
    def database(self) -> Iterator[None]:
        """An empty database with its tables. Tests do not want it: they make their own."""
        former = dict(self.env)
        if "DATABASE_URL" in os.environ:
            self.env |= roles.create_passing_database(former)
        try:
            if run_all(commands.migrate(self.env), as_owner(self.env)):
                raise Failure("The tables could not be made; what went wrong stands above.")
            yield
        finally:
            roles.drop_passing_database(self.env, former)

    def run(self, command: Sequence[str], beside: Sequence[services.Service] = ()) -> int:
        """The exit code of the command, while the services beside it are kept alive; then they are stopped."""
        try:
            for service in beside:
                service.start()
            return run_beside(command, self.env, self.lock, beside)
        finally:
            endings.ignore()
            services.stop(beside)

    def worker(self) -> services.Service:
        return services.worker(self.env, self.folder, [self.lock.fd])


@contextmanager
def fresh_servers(kind: str, *, durable: bool = False) -> Iterator[Fresh]:
    """Servers for one run, as SIKLUS_ENV `kind`; `durable` ones write to the disk as in production."""
    folder, lock = state.throw_away_folder(state.state_folder())
    try:
        with missing_servers(folder, lock, durable=durable) as servers:
            yield Fresh(folder, lock, process_environment(kind, folder, servers.environment))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_beside(command: Sequence[str], env: Mapping[str, str], lock: state.Lock, beside: Sequence[services.Service]) -> int:
    """The exit code of the command, while the services that run beside it are kept alive."""
    child = children.start(command[0], command, env=env, keep=[lock.fd], cwd=state.CHECKOUT)
    try:
        services.watch(beside, lambda: child.ended)
        return children.exit_code(child.process.returncode)
    finally:
        children.stop_all([child])


def run_all(lines: Sequence[Sequence[str]], env: Mapping[str, str]) -> int:
    """One after the other at the terminal, until one fails; that one's exit code."""
    for line in lines:
        if code := children.run_at_terminal(line, env, state.CHECKOUT):
            return code
    return 0
