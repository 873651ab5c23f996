"""One real worker for a module of tests, which some of them kill."""

import os
import signal
from pathlib import Path

from backend.launch import children
from backend.launch.children import Child
from tests.processes import start_worker, wait_until


class Team:
    """Started by the first test that needs it (each has a database of the same name), and anew after it was killed."""

    def __init__(self, log: Path, **env: str):
        self.log, self.env = log, env
        self.worker: Child | None = None

    def be_there(self) -> None:
        if self.worker is None:
            self.worker = start_worker(log=self.log, **self.env)

    def kill(self) -> None:
        """As a power cut would: parent and pool at the same moment."""
        assert self.worker is not None
        os.killpg(self.worker.process.pid, signal.SIGKILL)
        wait_until(lambda: self.worker is not None and self.worker.ended, "the worker is gone")
        self.worker = None

    def go_home(self) -> None:
        if self.worker:
            children.stop_all([self.worker])
