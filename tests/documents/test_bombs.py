"""A template that would never end, in the real box: a clear failure in bounded time, and other papers do not notice.

Our templates are code and no user writes one; these are what reliability.md 2.4 found in a slip of the pen or a bad day.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from documents import box
from documents.forms import Form
from documents.kinds import find
from tests.documents.conftest import BUPATI, sample_paper

DEEP, WIDE = 12, 30
USE = "<use xlink:href='#u{}'/>"
BOMBS = {
    "flex": ("<div style='display: flex'>" * DEEP + "x" + "</div>" * DEEP, ""),
    "colspan": ("<table><tr><td colspan='1000000'>x</td></tr></table>", ""),
    "depth": ("<div>" * 3000 + "x" + "</div>" * 3000, ""),
    "pages": ("<p style='break-after: page'>x</p>" * 400, ""),
    "tiny_pages": ("<p>satu dua tiga empat lima enam tujuh</p>" * 60, "@page { size: 1px 1px; margin: 0 }"),
    "variables": (
        "<p class='bomb'>x</p>",
        ".bomb { --v0: 1px; "
        + " ".join(f"--v{n}: var(--v{n - 1}) var(--v{n - 1});" for n in range(1, WIDE))
        + f" margin: var(--v{WIDE - 1}) }}",
    ),
    "svg_use": (
        "<svg xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'><g id='u0'><path d='M0 0h9v9z'/></g>"
        + "".join(f"<g id='u{n}'>{USE.format(n - 1) * 4}</g>" for n in range(1, DEEP))
        + "</svg>",
        "",
    ),
}
ENDLESS = {"flex", "colspan", "variables", "svg_use"}
KIND = """
from pathlib import Path
from documents.kind import Kind
KIND = Kind(id="{name}", version=1, title="Bom", folder=Path(__file__).parent, issued=False, check=lambda content: None,
            context=lambda content, form: {{"document_title": "Bom"}}, sample=lambda rows: {{}})
"""
LIGHT_THEM = """
import json, sys, time
from documents import box
from documents.errors import DocumentError
from documents.kinds import find
from documents.limits import Limits
endless, *names = sys.argv[1:]
box.capabilities()  # the time that the box takes to begin is no bomb's
for name in names:
    start = time.monotonic()
    try:
        # What is found by going all the way, a slow machine finds late; the others never end.
        limits = Limits(cpu=3, wall=20) if name in endless.split() else Limits(cpu=15, wall=60)
        box.render(f"{name}@1", {}, "final", limits)
        told = "paper"
    except DocumentError as problem:
        told = type(problem).__name__
    print(json.dumps([name, told, time.monotonic() - start]), flush=True)
box.render("keputusan_bupati@1", find("keputusan_bupati@1").sample(1), "final")
"""


@pytest.fixture
def bombs(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A checkout with a kind for each bomb, and a process that renders them one after the other."""
    for package in ("documents", "workflows"):
        shutil.copytree(box.ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    for name, (html, css) in BOMBS.items():
        folder = tmp_path / "documents" / "kinds" / name
        folder.mkdir()
        for file, text in (("__init__.py", ""), ("kind.py", KIND.format(name=name)), ("template.html", html)):
            (folder / file).write_text(text)
        (folder / "style.css").write_text(css)
    with subprocess.Popen(
        [sys.executable, "-c", LIGHT_THEM, " ".join(ENDLESS), *BOMBS],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)}, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        yield process
        process.kill()


def test_bombs_end_in_bounded_time_and_other_papers_do_not_notice(bombs: subprocess.Popen[str]) -> None:
    meanwhile = box.render(BUPATI, find(BUPATI).sample(15), Form.FINAL).pdf
    assert bombs.poll() is None
    assert meanwhile == sample_paper(BUPATI, 15, Form.FINAL).pdf
    ends = [json.loads(line) for line in bombs.stdout or ()]
    assert bombs.wait() == 0, "the next paper of the same process prints"
    assert {name: told for name, told, _ in ends} == {
        "flex": "TooSlow", "colspan": "TooSlow", "depth": "TooLarge", "pages": "TooManyPages",
        "tiny_pages": "TooManyPages", "variables": "TooSlow", "svg_use": "TooSlow",
    }  # fmt: skip
    assert max(seconds for name, _, seconds in ends if name in ENDLESS) < 25
