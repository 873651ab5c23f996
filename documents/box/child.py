"""One forked child: shut in, does one task, writes one frame, exits without running anything else of the parent."""

import errno
import os
import signal
import tempfile
from importlib import import_module
from typing import NoReturn

from documents import render
from documents.box import walls, wire
from documents.errors import DocumentError, RenderFailed, TooLarge
from documents.forms import Form
from documents.limits import Limits


def run(question: wire.Head, limits: Limits, folder: str, pipe: int) -> NoReturn:
    """Never returns; `folder` is the only place it may write to, `pipe` takes the answer."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        tempfile.tempdir = folder
        enforced = walls.shut(limits, folder)
        frame = TASKS[question["task"]](question, limits, enforced)
    except BaseException as problem:  # noqa: BLE001  WeasyPrint's fatal error is a BaseException
        frame = wire.pack(_told(problem))
    try:
        with os.fdopen(pipe, "wb") as out:
            out.write(frame)
    finally:
        os._exit(0)


def _told(problem: BaseException) -> wire.Head:
    if not isinstance(problem, DocumentError):
        full = isinstance(problem, MemoryError | RecursionError) or getattr(problem, "errno", 0) == errno.EFBIG
        problem = TooLarge() if full else RenderFailed(f"{type(problem).__name__}: {problem}"[:500])
    return {"error": type(problem).__name__, "message": str(problem)}


def _render(question: wire.Head, limits: Limits, enforced: dict[str, bool]) -> bytes:
    form = Form(question["form"])
    paper = render.render(question["template"], question["content"], form, max_pages=limits.pages)
    return wire.pack({"pages": paper.pages, "pictures": paper.pictures}, paper.pdf)


def _probe(question: wire.Head, limits: Limits, enforced: dict[str, bool]) -> bytes:
    return wire.pack({"capabilities": enforced})


def _examine(question: wire.Head, limits: Limits, enforced: dict[str, bool]) -> bytes:
    return wire.pack({"signatures": import_module(EXAMINING).examine(question["body"], question["roots"])})


def _picture(question: wire.Head, limits: Limits, enforced: dict[str, bool]) -> bytes:
    media_type, drawn = import_module(INCOMING).redraw(question["body"], question["edge"], question["most"])
    return wire.pack({"media_type": media_type}, drawn)


def _pages(question: wire.Head, limits: Limits, enforced: dict[str, bool]) -> bytes:
    return wire.pack({"pages": import_module(INCOMING).pages_of(question["body"])})


def _page(question: wire.Head, limits: Limits, enforced: dict[str, bool]) -> bytes:
    return wire.pack({}, import_module(PICTURED).page_as_picture(question["body"], question["number"]))


def prepare(task: str) -> None:
    """In the warm process, before it forks: some tasks take a while to import, and most of its life it only renders."""
    if module := MODULES.get(task):
        import_module(module)


EXAMINING, INCOMING, PICTURED = "documents.signing.examining", "documents.incoming", "documents.pictured"
MODULES = {"examine": EXAMINING, "picture": INCOMING, "pages": INCOMING, "page": PICTURED}
TASKS = {"render": _render, "probe": _probe, "examine": _examine, "picture": _picture, "pages": _pages, "page": _page}
