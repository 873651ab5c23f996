"""Child processes that end when we end, however we end."""

import ctypes
import os
import pwd
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from backend.launch.progress import say

PR_SET_PDEATHSIG = 1
IS_ROOT = os.geteuid() == 0
UNPRIVILEGED = "nobody"

_libc = ctypes.CDLL(None)


def unprivileged() -> dict[str, Any]:
    """Arguments for Popen that give up root: PostgreSQL refuses to run as root. Empty for everybody else."""
    if not IS_ROOT:
        return {}
    return {"user": UNPRIVILEGED, "group": pwd.getpwnam(UNPRIVILEGED).pw_gid, "extra_groups": [], "cwd": "/"}


class Child:
    """A process in a session of its own, so that Ctrl-C reaches only us and we decide the order of the stops."""

    def __init__(self, name: str, process: subprocess.Popen[bytes], stop_signal: signal.Signals, log: Path | None):
        self.name, self.process, self.stop_signal, self.log = name, process, stop_signal, log

    @property
    def ended(self) -> bool:
        return self.process.poll() is not None

    def ask_to_stop(self) -> None:
        if not self.ended:
            self.process.send_signal(self.stop_signal)

    def wait_or_kill(self, seconds: float) -> None:
        """Wait for the end, then kill what is left of its session."""
        try:
            self.process.wait(max(0.1, seconds))
        except subprocess.TimeoutExpired:
            say(f"{self.name} did not stop in time and was killed")
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()

    def last_words(self, lines: int = 15) -> str:
        if self.log is None or not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def start(
    name: str,
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str] | None = None,
    log: Path | None = None,
    death: signal.Signals = signal.SIGTERM,
    stop: signal.Signals = signal.SIGTERM,
    keep: Iterable[int] = (),
    as_unprivileged: bool = False,
    private: bool = False,
    cwd: Path | None = None,
) -> Child:
    """Start a child; call it from the main thread only, for the death signal follows the thread that forked.

    `death` is what the kernel sends the child when we die without a word (kill -9), `stop` what we send it when we end
    in order. `keep` are file descriptors that it inherits: sockets, and the locks that say "running". What a `private`
    child writes, others may not read.
    """
    options: dict[str, Any] = {"cwd": cwd} if cwd else {}
    if as_unprivileged:
        options |= unprivileged()
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600) if log else None
    try:
        process = subprocess.Popen(
            [str(word) for word in command],
            env=None if env is None else dict(env),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            umask=0o077 if private else -1,
            start_new_session=True,
            preexec_fn=_dies_with(os.getpid(), death),
            pass_fds=tuple(keep),
            **options,
        )
    finally:
        if output:
            os.close(output)
    return Child(name, process, stop, log)


def run_at_terminal(command: Sequence[str], env: Mapping[str, str], cwd: Path) -> int:
    """Run a command that may ask its user something; Ctrl-C is its own business. Returns its exit code."""
    former = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        done = subprocess.run(command, env=dict(env), cwd=cwd, preexec_fn=_dies_with(os.getpid(), signal.SIGTERM))
    finally:
        signal.signal(signal.SIGINT, former)
    return exit_code(done.returncode)


def _dies_with(parent: int, death: signal.Signals) -> Callable[[], None]:
    def in_the_child() -> None:  # after the change of user, which would clear the death signal
        _libc.prctl(PR_SET_PDEATHSIG, int(death), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return in_the_child


def stop_all(children: Sequence[Child], patience: float = 10.0) -> None:
    """Ask all of them at once, wait `patience` seconds together, kill the rest."""
    for child in children:
        child.ask_to_stop()
    end = time.monotonic() + patience
    for child in children:
        child.wait_or_kill(end - time.monotonic())


def exit_code(returncode: int) -> int:
    """A child's return code as a shell reports it: 128 + n for signal n."""
    return returncode if returncode >= 0 else 128 - returncode
