"""The warm process, `python -m documents.box.warm`: imports once, then forks one child per question on stdin."""

import gc
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import BinaryIO

from documents import render
from documents.box import child, wire
from documents.errors import DocumentError, RendererDied, TooLarge, TooSlow
from documents.limits import Limits

LOOK = 1.0  # seconds between looks whether the process that owns us still lives
FOLDER = "siklus-render-"  # then the warm process's number
# GLib traps or aborts when it gets no memory; the kernel kills when the machine has none.
DEATHS: dict[int, type[DocumentError]] = {
    signal.SIGXCPU: TooSlow,
    signal.SIGTRAP: TooLarge,
    signal.SIGABRT: TooLarge,
    signal.SIGKILL: TooLarge,
}


def main() -> None:
    """Serve until stdin closes or our owner dies; a stray print must not corrupt the answers."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    owner = os.getppid()
    sweep()
    render.warm()
    gc.freeze()
    while _waits_for(questions, owner):
        try:
            question, body = wire.receive(questions)
            child.prepare(question["task"])
            answers.write(answer(question | {"body": body}, owner))
            answers.flush()
        except (EOFError, BrokenPipeError):
            os._exit(0)  # nobody is left to answer, not even the buffer's flush at exit


def sweep() -> None:
    """Remove the folders of warm processes that were killed in the middle of a paper."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}*-*"):
        if not Path("/proc", folder.name.removeprefix(FOLDER).partition("-")[0]).exists():
            shutil.rmtree(folder, ignore_errors=True)


def _waits_for(questions: BinaryIO, owner: int) -> bool:
    while os.getppid() == owner:
        if select.select([questions], [], [], LOOK)[0]:
            return True
    return False


def answer(question: wire.Head, owner: int) -> bytes:
    """The frame to send back for one question; its child and its temporary folder are gone afterwards."""
    limits = Limits(**question["limits"])
    folder = tempfile.mkdtemp(prefix=f"{FOLDER}{os.getpid()}-")
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ours)
        child.run(question, limits, folder, theirs)
    os.close(theirs)
    try:
        return _result(pid, ours, limits, owner)
    except DocumentError as problem:
        return wire.pack({"error": type(problem).__name__, "message": str(problem)})
    finally:
        os.close(ours)
        shutil.rmtree(folder, ignore_errors=True)


def _result(pid: int, pipe: int, limits: Limits, owner: int) -> bytes:
    frame, in_time = _read(pipe, time.monotonic() + limits.wall, limits.file, owner)
    if not in_time:
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if not in_time:
        raise TooLarge if len(frame) > limits.file else TooSlow
    if os.WIFSIGNALED(status):
        raise DEATHS.get(os.WTERMSIG(status), RendererDied)
    return frame


def _read(pipe: int, deadline: float, most: int, owner: int) -> tuple[bytes, bool]:
    """All that the child writes, and whether it came within time and size and while our owner lived."""
    data = bytearray()
    while time.monotonic() < deadline and len(data) <= most and os.getppid() == owner:
        if select.select([pipe], [], [], min(LOOK, max(deadline - time.monotonic(), 0)))[0]:
            part = os.read(pipe, 1 << 20)
            if not part:
                return bytes(data), True
            data += part
    return bytes(data), False


if __name__ == "__main__":
    main()
