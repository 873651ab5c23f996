"""`./siklus demo` and its neighbours as a person meets them: whole processes, servers of their own."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.launch.state import CHECKOUT, Lock
from tests.processes import wait_until

ADDRESS = re.compile(r"Siklus runs at (http://localhost:\d+)/")
PATIENCE = 300  # seconds: a busy machine takes its time to make a cluster of PostgreSQL


@pytest.fixture
def state_folder() -> Iterator[Path]:
    """Not pytest's own folder: its path is too long for sockets, and closed to the user that PostgreSQL runs as."""
    folder = Path(tempfile.mkdtemp(prefix="siklus-", dir="/var/tmp"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


def launch(state: Path, *words: str) -> subprocess.Popen[str]:
    return python(state, "-m", "backend.launch", *words)


def python(state: Path, *words: str) -> subprocess.Popen[str]:
    outside = {"DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "SIKLUS_FILES", "SIKLUS_ENV", "SECRET_KEY"}
    env = {name: value for name, value in os.environ.items() if name not in outside} | {"SIKLUS_STATE": str(state)}
    command = [sys.executable, *words]
    return subprocess.Popen(command, cwd=CHECKOUT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def answer(state: Path, *words: str) -> tuple[int, str]:
    process = launch(state, *words)
    said, _ = process.communicate(timeout=PATIENCE)
    return process.returncode, said


def read_until(process: subprocess.Popen[str], pattern: re.Pattern[str]) -> re.Match[str]:
    said = []
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line)
        if found := pattern.search(line):
            return found
    raise AssertionError("it ended and said:\n" + "".join(said))


def still_running(state: Path) -> bool:
    """Whether any child lives: each of them holds the lock."""
    lock = Lock(state / "lock")
    try:
        return not lock.take()
    finally:
        lock.close()


@pytest.mark.nightly
def test_a_demo_from_its_start_to_kill_9(state_folder: Path) -> None:
    demo = launch(state_folder, "demo", "--without-stories")
    try:
        address = read_until(demo, ADDRESS)[1]
        assert urllib.request.urlopen(f"{address}/healthz").status == 200

        again, said = answer(state_folder, "demo")
        assert (again, ADDRESS.search(said)[1]) == (0, address)

        code, said = answer(state_folder, "manage", "migrate", "--check")
        assert code == 0, said

        code, said = answer(state_folder, "reset")
        assert (code, "stop it first" in said) == (1, True)
    finally:
        os.kill(demo.pid, signal.SIGKILL)
        demo.wait()
    wait_until(lambda: not still_running(state_folder), "no orphan is left")

    code, said = answer(state_folder, "reset")
    assert code == 0, said
    assert {entry.name for entry in state_folder.iterdir()} <= {"lock", "environment.json"}


def test_ctrl_c_stops_everything_in_order(state_folder: Path) -> None:
    run = launch(state_folder, "test", "--collect-only", "-q", "tests/launch")
    read_until(run, re.compile("Valkey ready"))
    run.send_signal(signal.SIGINT)
    run.send_signal(signal.SIGINT)
    run.communicate(timeout=PATIENCE)
    assert run.returncode == 130
    assert not list(state_folder.glob("t-*"))


def test_the_exit_code_of_the_tests_is_ours(state_folder: Path) -> None:
    code, said = answer(state_folder, "test", "-q", "-n0", "tests/launch/no_such_file.py")
    assert code == 4, said


def test_commands_that_need_no_server_start_none(state_folder: Path) -> None:
    answer(state_folder, "replay", "--help")
    answer(state_folder, "verify", "no-such-file.pdf")
    assert not list(state_folder.iterdir())


KILLS_ITS_WORKER = """
import os, signal
from worker.app import app

def process_of_the_worker():
    while not (answers := app.control.inspect(timeout=1).stats()):
        pass
    return next(iter(answers.values()))["pid"]

first = process_of_the_worker()
os.kill(first, signal.SIGKILL)
while (second := process_of_the_worker()) == first:
    pass
print("served by another worker")
"""

BESIDE_A_WORKER = f"""
import sys
from backend.launch.running import fresh_servers
with fresh_servers("demo") as fresh, fresh.database():
    sys.exit(fresh.run([sys.executable, "-c", {KILLS_ITS_WORKER!r}], beside=[fresh.worker()]))
"""


@pytest.mark.nightly
def test_a_worker_that_is_killed_in_the_middle_of_a_replay_comes_back(state_folder: Path) -> None:
    run = python(state_folder, "-c", BESIDE_A_WORKER)
    said, _ = run.communicate(timeout=PATIENCE)
    assert (run.returncode, "served by another worker" in said) == (0, True), said
    assert "the worker ended (code -9); starting it again" in said
    assert not list(state_folder.glob("t-*"))
