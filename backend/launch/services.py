"""The processes that must keep running: one that dies is started again, one that cannot live ends the run."""

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGKILL, SIGTERM, Signals

from backend.launch import children, commands, endings
from backend.launch.children import Child
from backend.launch.progress import Failure, say
from backend.launch.state import CHECKOUT

TRIES, WITHIN = 3, 30.0  # so many deaths within so many seconds, and we give up


@dataclass
class Service:
    """A command that is to run all the time."""

    name: str
    command: Sequence[str]
    env: Mapping[str, str]
    log: Path
    keep: Sequence[int]
    death: Signals = SIGTERM
    child: Child | None = None
    deaths: deque[float] = field(default_factory=lambda: deque(maxlen=TRIES))

    def start(self) -> None:
        self.child = children.start(
            self.name,
            self.command,
            env=self.env,
            log=self.log,
            death=self.death,
            keep=self.keep,
            private=True,
            cwd=CHECKOUT,
        )

    def revive(self) -> None:
        """Start it again if it has ended; raises Failure when it ends again and again."""
        if self.child is None or not self.child.ended:
            return
        self.deaths.append(time.monotonic())
        if len(self.deaths) == TRIES and self.deaths[-1] - self.deaths[0] < WITHIN:
            raise Failure(f"The {self.name} does not stay alive. Its log {self.log} ends:\n{self.child.last_words()}")
        say(f"the {self.name} ended (code {self.child.process.returncode}); starting it again")
        self.start()


def worker(env: Mapping[str, str], folder: Path, keep: Sequence[int]) -> Service:
    """One worker for all queues. Killed with us: its pool follows by itself, and what it had begun comes back."""
    return Service("worker", commands.worker(*commands.QUEUES), env, folder / "worker.log", keep, SIGKILL)


def scheduler(env: Mapping[str, str], folder: Path, keep: Sequence[int]) -> Service:
    return Service("scheduler", commands.scheduler(folder), env, folder / "scheduler.log", keep)


def watch(services: Sequence[Service], done: Callable[[], bool], pause: float = 0.2) -> None:
    """Keep the services alive until it is done, or until we are asked to end (KeyboardInterrupt)."""
    while not done():
        endings.check()
        for service in services:
            service.revive()
        time.sleep(pause)


def stop(services: Sequence[Service]) -> None:
    """In the order given: first who asks for work, last who does it."""
    children.stop_all([service.child for service in services if service.child])
