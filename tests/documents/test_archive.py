"""What has its final name in the archive is whole, whatever dies when."""

import hashlib
import os
import re
import signal
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter
from pytest_django.fixtures import Settings

from documents import archive
from documents.box import ROOT
from documents.checks import examine
from documents.errors import PaperUnsound
from documents.forms import Form
from documents.kinds import find
from documents.render import Paper, attached
from tests.documents.conftest import BUPATI, sample_paper
from workflows.core.canonical import normal

FONT = "TeX-Gyre-Bonum"
NUMBER = "B/100/KPTS/III.06/2024"
ISI = attached(normal(find(BUPATI).sample(3)), Form.FINAL)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.ARCHIVE_DIR = tmp_path / "archive"
    return settings.ARCHIVE_DIR


@pytest.fixture
def pdf() -> bytes:
    return sample_paper(BUPATI, 3, Form.FINAL).pdf


def test_a_file_is_named_by_its_hash(pdf: bytes, folder: Path) -> None:
    sha256 = hashlib.sha256(pdf).hexdigest()
    assert archive.store(pdf) == f"{sha256[:2]}/{sha256}.pdf"
    assert (folder / archive.path_for(pdf)).read_bytes() == pdf


def test_storing_twice_is_harmless_and_repairs_a_damaged_file(pdf: bytes, folder: Path) -> None:
    path = folder / archive.store(pdf)
    path.write_bytes(pdf[:-100])
    archive.store(pdf)
    assert path.read_bytes() == pdf
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("step", ["os.fsync", "os.replace"])
def test_killed_between_write_and_rename_leaves_nothing_under_the_final_name(step: str, folder: Path) -> None:
    code = f"""
import os, signal, pathlib
from django.conf import settings
settings.configure(ARCHIVE_DIR=pathlib.Path({str(folder)!r}))
from documents import archive
{step} = lambda *arguments: os.kill(os.getpid(), signal.SIGKILL)
archive.store(b"%PDF-" + b"x" * 100_000)
"""
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == -signal.SIGKILL
    assert not [file for file in folder.rglob("*") if file.suffix == ".pdf"]
    archive.store(b"%PDF-" + b"x" * 100_000)
    assert len(list(folder.rglob("*.pdf"))) == 1


def test_a_full_disk_leaves_nothing(pdf: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        archive.store(pdf)
    assert not [file for file in folder.rglob("*") if file.is_file()]


def examined(pdf: bytes, *words: str, pages: int = 3, pictures: int = 0, attachment: bytes = ISI) -> None:
    examine(Paper(pdf, pages, pictures), FONT, list(words), attachment)


def test_a_whole_paper_passes(pdf: bytes) -> None:
    examined(pdf, NUMBER)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda pdf: pdf[:20_000], "terpotong"),
        (lambda pdf: b"<html>" + pdf, "terpotong"),
        (lambda pdf: pdf[:3000] + b"%%EOF", "tidak terbaca"),
    ],
)
def test_a_damaged_paper_is_refused(pdf: bytes, damage: object, told: str) -> None:
    with pytest.raises(PaperUnsound, match=told):
        examined(damage(pdf), NUMBER)  # type: ignore[operator]


def test_missing_pages_missing_words_and_strange_fonts_are_refused(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(PaperUnsound, match="memuat 3 halaman, seharusnya 4"):
        examined(pdf, pages=4)
    with pytest.raises(PaperUnsound, match="531 TAHUN 2024"):
        examined(pdf, "NOMOR 531 TAHUN 2024")
    with pytest.raises(PaperUnsound, match="!?Helvetica"):
        examined(_with_helvetica(pdf, tmp_path))


def test_a_vanished_picture_a_missing_letter_and_another_attachment_are_refused(pdf: bytes) -> None:
    with pytest.raises(PaperUnsound, match="memuat 0 gambar"):
        examined(pdf, pictures=1)
    with pytest.raises(PaperUnsound, match=r"isi\.json"):
        examined(pdf, attachment=b"{}")
    with pytest.raises(PaperUnsound, match=r"isi\.json"):
        examined(pdf, attachment=b"")
    with pytest.raises(PaperUnsound, match="Halaman 2 memuat huruf yang tidak ada"):
        examined(_with_an_empty_box(pdf))


def _with_an_empty_box(pdf: bytes) -> bytes:
    """The same paper, the first letter of its second page drawn as glyph 0."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as paper:
        contents = paper.pages[1].Contents
        contents.write(re.sub(rb"<[0-9a-f]{4}>", b"<0000>", contents.read_bytes(), count=1))
        paper.save(out)
    return out.getvalue()


def _with_helvetica(pdf: bytes, folder: Path) -> bytes:
    """The same paper, one of its fonts taken for another."""
    source = folder / "x.pdf"
    source.write_bytes(pdf)
    writer = PdfWriter(clone_from=PdfReader(source))
    font = next(iter(writer.pages[0]["/Resources"]["/Font"].values())).get_object()
    inner = font["/DescendantFonts"][0].get_object()
    inner[next(key for key in inner if key == "/BaseFont")] = type(inner["/BaseFont"])("/ABCDEF+Helvetica")
    writer.write(source)
    return source.read_bytes()
