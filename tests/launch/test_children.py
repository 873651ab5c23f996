import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from backend.launch import children, services
from backend.launch.progress import Failure
from tests.processes import wait_until

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
DEAF = [sys.executable, "-c", "import signal, time; signal.signal(15, signal.SIG_IGN); print('deaf'); time.sleep(60)"]


def alive(pid: int) -> bool:
    try:
        return "(zombie)" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def test_a_child_that_listens_is_stopped_at_once() -> None:
    child = children.start("sleeper", SLEEP)
    began = time.monotonic()
    children.stop_all([child])
    assert child.process.returncode == -signal.SIGTERM
    assert time.monotonic() - began < 5


def test_a_child_that_does_not_listen_is_killed_after_the_patience(tmp_path: Path) -> None:
    child = children.start("deaf", [*DEAF[:1], "-u", *DEAF[1:]], log=tmp_path / "log")
    wait_until(lambda: "deaf" in child.last_words(), "it ignores SIGTERM")
    children.stop_all([child], patience=0.3)
    assert child.process.returncode == -signal.SIGKILL


def test_what_a_child_left_behind_ends_with_it(tmp_path: Path) -> None:
    grandchild = f"import subprocess, sys; print(subprocess.Popen({SLEEP!r}).pid, flush=True)"
    child = children.start("parent", [sys.executable, "-c", grandchild], log=tmp_path / "log")
    wait_until(lambda: child.ended and child.last_words() != "", "the parent has gone")
    left = int(child.last_words())
    assert alive(left)
    children.stop_all([child])
    wait_until(lambda: not alive(left), "the grandchild has gone")


def test_a_child_follows_when_we_are_killed_without_a_word() -> None:
    code = (
        f"from backend.launch import children; print(children.start('x', {SLEEP!r}).process.pid, flush=True); input()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert alive(child)
        os.kill(parent.pid, signal.SIGKILL)
        wait_until(lambda: not alive(child), "the child has followed")


def test_what_a_private_child_writes_others_may_not_read(tmp_path: Path) -> None:
    written = tmp_path / "written"
    child = children.start("writer", ["touch", written], log=tmp_path / "log", private=True)
    child.process.wait()
    assert [path.stat().st_mode & 0o077 for path in (written, child.log) if path] == [0, 0]


@pytest.mark.parametrize(("returned", "reported"), [(0, 0), (3, 3), (-signal.SIGKILL, 137)])
def test_exit_codes_are_reported_as_a_shell_does(returned: int, reported: int) -> None:
    assert children.exit_code(returned) == reported


def service(tmp_path: Path, command: list[str]) -> services.Service:
    return services.Service("example", command, dict(os.environ), tmp_path / "log", [])


def test_a_service_that_dies_is_started_again(tmp_path: Path) -> None:
    example = service(tmp_path, SLEEP)
    example.start()
    first = example.child
    assert first is not None
    first.process.kill()
    wait_until(lambda: first.ended, "the first has gone")
    example.revive()
    assert example.child is not first
    assert example.child is not None
    assert not example.child.ended
    services.stop([example])


def test_a_service_that_cannot_live_ends_the_run_with_its_last_words(tmp_path: Path) -> None:
    example = service(tmp_path, [sys.executable, "-c", "raise SystemExit('no such queue')"])
    example.start()
    with pytest.raises(Failure, match="no such queue"):
        services.watch([example], done=lambda: False, pause=0.01)
