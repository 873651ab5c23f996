"""What docs/templates.md promises: a copied folder is a kind."""

import importlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from documents import kinds
from documents.content import Content
from documents.forms import Form
from documents.kinds import all_kinds, find, newest
from documents.render import render
from tests.documents.reading import Reading


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Another folder in which kinds are looked for."""
    monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(tmp_path)])
    yield tmp_path
    all_kinds.cache_clear()


def copied(kind: str, to: Path, **replaced: str) -> None:
    """As the page says: copy the folder, then replace names in its two modules."""
    shutil.copytree(find(f"{kind}@1").folder, to, ignore=shutil.ignore_patterns("__pycache__"))
    for module in ("kind.py", "sample.py"):
        source = (to / module).read_text().replace(f"kinds.{kind}.", f"kinds.{to.name}.")
        for old, new in replaced.items():
            source = source.replace(old, new)
        (to / module).write_text(source)
    importlib.invalidate_caches()
    all_kinds.cache_clear()


def said(template: str, content: Content) -> str:
    return Reading(render(template, content, Form.FINAL).pdf).flowing


def test_a_copied_folder_is_a_working_kind(folder: Path) -> None:
    copied("rekomendasi", folder / "rekomendasi_contoh", **{'"rekomendasi"': '"rekomendasi_contoh"'})
    template = folder / "rekomendasi_contoh" / "template.html"
    template.write_text(template.read_text().replace('what="REKOMENDASI"', 'what="REKOMENDASI CAMAT"'))
    content = find("rekomendasi_contoh@1").sample(2)
    assert content["template"] == "rekomendasi_contoh@1"
    assert "REKOMENDASI CAMAT NOMOR" in said("rekomendasi_contoh@1", content)
    assert "REKOMENDASI NOMOR" in said("rekomendasi@1", {**content, "template": "rekomendasi@1"})


def test_a_further_version_stands_beside_the_first_and_is_the_newest(folder: Path) -> None:
    changes = {"version=1": "version=2", 'through="': 'template="nota_dinas@2", through="'}
    copied("nota_dinas", folder / "nota_dinas_2", **changes)
    assert newest("nota_dinas").folder == folder / "nota_dinas_2"
    assert newest("nota_dinas").sample(1)["template"] == "nota_dinas@2"
    assert newest("nota_dinas@1") == find("nota_dinas@1")
