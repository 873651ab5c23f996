"""Rendering, and reading what strangers signed or sent, with limits round it.

A warm process, started by exec, forks one short-lived child per paper. It is ours alone and has one thread, so forking it
is safe whatever process asks: a Celery prefork child, a threaded web server, pytest. It knows no database and no secret:
its environment is made here.
"""

import atexit
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from documents.box import wire
from documents.content import Content
from documents.errors import RendererDied, by_name
from documents.forms import Form
from documents.limits import LIMITS, OPENING, Limits
from documents.render import Paper

ROOT = Path(__file__).resolve().parents[2]
FONTS_CONF = ROOT / "documents" / "families" / "fonts.conf"


class Warm:
    """The one warm process of this process; renders one paper at a time."""

    lock: threading.Lock
    process: subprocess.Popen[bytes] | None

    def __init__(self) -> None:
        self.forget()

    def ask(self, question: wire.Head, body: bytes = b"") -> tuple[wire.Head, bytes]:
        """The answer of one forked child. A warm process found dead is replaced once, then RendererDied is raised."""
        with self.lock:
            for _ in range(2):
                with suppress(EOFError, OSError):
                    return self._exchange(question, body)
        raise RendererDied

    def _exchange(self, question: wire.Head, body: bytes) -> tuple[wire.Head, bytes]:
        process = self._running()
        assert process.stdin is not None, "start() asks for both pipes"
        assert process.stdout is not None
        try:
            wire.send(process.stdin, question, body)
            return wire.receive(process.stdout)
        except BaseException:  # also an interruption between question and answer leaves the pipe out of step
            self._stop()
            raise

    def _running(self) -> subprocess.Popen[bytes]:
        """Start it on first use and after its death."""
        if self.process is None or self.process.poll() is not None:
            self.process = start()
        return self.process

    def _stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
        self.process = None

    def close(self) -> None:
        """End the warm process; the next question starts another."""
        with self.lock:
            self._stop()

    def forget(self) -> None:
        """In a process forked from ours: the pipes, and perhaps a held lock, belong to the other."""
        self.lock = threading.Lock()
        self.process = None


def start() -> subprocess.Popen[bytes]:
    """A new warm process with an environment of its own, reading questions on stdin."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "0",
        "FONTCONFIG_FILE": str(FONTS_CONF),
    }
    return subprocess.Popen(
        [sys.executable, "-W", "ignore:No fonts configured", "-m", "documents.box.warm"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        cwd="/",
        start_new_session=True,
    )


WARM = Warm()
atexit.register(WARM.close)
os.register_at_fork(after_in_child=WARM.forget)


def render(template: str, content: Content, form: Form, limits: Limits = LIMITS) -> Paper:
    """`documents.render.render` in the box. Raises the same errors, and TooSlow, TooLarge or RendererDied."""
    question = {"task": "render", "template": template, "content": content, "form": form, "limits": limits.as_dict()}
    head, pdf = WARM.ask(question)
    if "error" in head:
        raise by_name(head["error"], head["message"])
    return Paper(pdf, **head)


def examine(pdf: bytes, roots: list[str], limits: Limits = LIMITS) -> list[dict[str, Any]]:
    """`documents.signing.examining.examine` in the box. Raises RenderFailed for what it cannot read, and as `render` does."""
    head, _ = WARM.ask({"task": "examine", "roots": roots, "limits": limits.as_dict()}, pdf)
    if "error" in head:
        raise by_name(head["error"], head["message"])
    return head["signatures"]


def redraw(picture: bytes, edge: int, limits: Limits = OPENING, most: int = 0) -> tuple[str, bytes]:
    """`documents.incoming.redraw` in the box. Raises what it raises, and as `render` does."""
    head, drawn = WARM.ask({"task": "picture", "edge": edge, "most": most, "limits": limits.as_dict()}, picture)
    if "error" in head:
        raise by_name(head["error"], head["message"])
    return head["media_type"], drawn


def pages_of(pdf: bytes, limits: Limits = OPENING) -> int:
    """`documents.incoming.pages_of` in the box. Raises what it raises, and as `render` does."""
    head, _ = WARM.ask({"task": "pages", "limits": limits.as_dict()}, pdf)
    if "error" in head:
        raise by_name(head["error"], head["message"])
    return head["pages"]


def page_as_picture(pdf: bytes, number: int, limits: Limits = OPENING) -> bytes:
    """`documents.pictured.page_as_picture` in the box. Raises what it raises, and as `render` does."""
    head, drawn = WARM.ask({"task": "page", "number": number, "limits": limits.as_dict()}, pdf)
    if "error" in head:
        raise by_name(head["error"], head["message"])
    return drawn


def capabilities() -> dict[str, bool]:
    """What the box enforces on this machine, for `/healthz`: limits always, the rest where the kernel permits."""
    head, _ = WARM.ask({"task": "probe", "limits": LIMITS.as_dict()})
    return head["capabilities"]
