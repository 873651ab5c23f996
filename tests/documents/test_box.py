"""The box: what is shut, what survives, what is left behind."""

import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from documents import box
from documents.box import ROOT, walls
from documents.errors import RendererDied
from documents.forms import Form
from documents.kinds import find
from documents.limits import LIMITS
from tests.documents.conftest import BUPATI


def pages(rows: int = 1) -> int:
    return box.render(BUPATI, find(BUPATI).sample(rows), Form.FINAL).pages


def warm_pid() -> int:
    assert box.WARM.process
    return box.WARM.process.pid


def test_capabilities_say_which_walls_stand() -> None:
    told = box.capabilities()
    assert told["memory"]
    assert told["time"]
    assert set(told) == {"memory", "time", "network", "files"}


@pytest.mark.skipif(sys.platform != "linux", reason="walls are the Linux kernel's")
def test_behind_the_walls_neither_network_nor_foreign_files_are_reachable(tmp_path: Path) -> None:
    """In a forked child, as the real one: each wall that is said to stand does stand."""
    secret = tmp_path / "secret"
    secret.write_text("x")
    folder = tempfile.mkdtemp(dir=tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as server:
        reached = _behind_walls(folder, secret, server.getsockname())
    told = box.capabilities()
    assert reached == {"network": not told["network"], "files": not told["files"], "own folder": True}


def _behind_walls(folder: str, secret: Path, address: tuple[str, int]) -> dict[str, bool]:
    pipe, theirs = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_try_all, args=(folder, secret, address, theirs))
    child.start()
    child.join(20)
    return pipe.recv()


def _try_all(
    folder: str, secret: Path, address: tuple[str, int], pipe: "multiprocessing.connection.Connection"
) -> None:
    walls.shut(LIMITS, folder)
    tries: dict[str, Callable[[], object]] = {
        "network": lambda: socket.create_connection(address, timeout=2).close(),
        "files": secret.read_text,
        "own folder": lambda: Path(folder, "x").write_text("x"),
    }
    pipe.send({name: _works(attempt) for name, attempt in tries.items()})


def _works(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError:
        return False
    return True


def test_a_killed_warm_process_is_replaced() -> None:
    assert pages() == 3
    os.kill(warm_pid(), signal.SIGKILL)
    assert pages() == 3


def test_a_warm_process_that_dies_during_a_paper_is_reported_and_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box.wire, "receive", lambda stream: (_ for _ in ()).throw(EOFError))
    with pytest.raises(RendererDied):
        pages()
    monkeypatch.undo()
    assert pages() == 3


def test_a_forked_process_gets_a_warm_process_of_its_own() -> None:
    """As a Celery prefork child does, even one forked while its parent was rendering."""
    assert pages() == 3
    with box.WARM.lock, multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply_async(_render_and_name_the_process).get(120) != warm_pid()
    assert pages() == 3


def _render_and_name_the_process() -> int:
    assert pages() == 3
    return warm_pid()


def test_nothing_is_left_when_the_owner_is_killed() -> None:
    """kill -9 of a process that renders: its warm process ends by itself within two seconds."""
    code = """
from documents import box
from documents.kinds import find
box.capabilities()
print(box.WARM.process.pid, flush=True)
box.render("keputusan_bupati@1", find("keputusan_bupati@1").sample(500), "final")
"""
    owner = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)
    assert owner.stdout
    warm = int(owner.stdout.readline())
    owner.kill()
    owner.wait()
    deadline = time.monotonic() + 10
    while _alive(warm) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _alive(warm)


def _alive(pid: int) -> bool:
    """Neither gone nor a zombie waiting for init."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def left_folders(pid: int) -> list[Path]:
    return list(Path(tempfile.gettempdir()).glob(f"siklus-render-{pid}-*"))


def test_no_temporary_files_are_left() -> None:
    pages()
    assert not left_folders(warm_pid())


def test_the_folder_of_a_killed_warm_process_is_swept_by_the_next() -> None:
    pages()
    killed = warm_pid()
    Path(tempfile.mkdtemp(prefix=f"siklus-render-{killed}-"), "font").write_text("x")
    box.WARM.close()
    pages()
    assert not left_folders(killed)


def test_the_warm_process_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "terlarang")
    box.WARM.close()
    pages()
    assert b"terlarang" not in Path(f"/proc/{warm_pid()}/environ").read_bytes()
    assert os.environ["SECRET_KEY"] == "terlarang"
