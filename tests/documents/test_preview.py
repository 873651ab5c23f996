"""The screen shows what the paper will say, and nothing runs in it."""

import re
from base64 import b64decode
from io import BytesIO, StringIO
from pathlib import Path

import pytest
import zxingcpp
from django.core.management import CommandError, call_command
from PIL import Image

from documents.errors import ContentError
from documents.forms import Form
from documents.kinds import all_kinds, find
from documents.preview import fragment, stylesheet
from tests.documents.conftest import BUPATI, KADES, sample_paper


@pytest.mark.parametrize("template", all_kinds())
def test_the_preview_says_what_the_paper_says(template: str) -> None:
    shown = " ".join(re.sub(r"<[^>]+>", " ", fragment(template, find(template).sample(3), Form.FINAL)).split())
    printed = {word for word in sample_paper(template, 3, Form.FINAL).text.split() if word.isalpha()}
    assert printed <= set(re.findall(r"[^\W\d_]+", shown))


def test_markup_in_a_preview_is_escaped() -> None:
    content = find(BUPATI).sample(1)
    content["clauses"].append("<script>alert(1)</script>")
    shown = fragment(BUPATI, content)
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_a_preview_carries_its_pictures() -> None:
    content = find(BUPATI).sample(1)
    content["issue"] |= {"signature": "tte", "verify_url": "https://siklus.example/v/abc"}
    shown = fragment(BUPATI, content, Form.FINAL)
    assert "asset:" not in shown
    codes = re.findall(r'class="qr" src="data:image/png;base64,([^"]+)"', shown)
    read = {barcode.text for code in codes for barcode in zxingcpp.read_barcodes(Image.open(BytesIO(b64decode(code))))}
    assert read == {"https://siklus.example/v/abc"}


def test_a_preview_needs_printable_content() -> None:
    with pytest.raises(ContentError):
        fragment(BUPATI, {})


@pytest.mark.parametrize("template", all_kinds())
def test_the_stylesheet_touches_only_the_paper(template: str) -> None:
    css = re.sub(r"/\*.*?\*/", "", stylesheet(template), flags=re.DOTALL)
    css = re.sub(r"@media[^{]*\{(.*)\}\s*$", r"\1", css, flags=re.DOTALL)
    selectors = [part.strip() for rule in re.findall(r"([^{}]+)\{", css) for part in rule.split(",")]
    assert selectors
    assert all(selector.startswith(".paper") for selector in selectors)
    assert "asset:" not in css
    assert "@page" not in css


def test_the_command_takes_the_newest_version_and_tells_what_it_wrote(tmp_path: Path) -> None:
    told = StringIO()
    for leftover in (f"{KADES}-ink-7.png", f"{KADES}-ink.txt"):
        (tmp_path / leftover).touch()
    call_command(
        "preview_document", "keputusan_kades", "--rows", "2", "--form", "ink", "--out", str(tmp_path), stdout=told
    )
    pdf, *pages = told.getvalue().splitlines()
    assert pdf == f"{tmp_path / KADES}-ink.pdf  4 halaman"
    assert pages == [f"{tmp_path / KADES}-ink-{number}.png" for number in (1, 2, 3, 4)]
    assert all(Path(page).read_bytes().startswith(b"\x89PNG") for page in pages)


def test_without_poppler_the_command_writes_the_pdf_and_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("documents.golden.shutil.which", lambda name: None)
    told = StringIO()
    call_command("preview_document", BUPATI, "--rows", "1", "--out", str(tmp_path), stdout=told)
    assert "pdftoppm tidak ada" in told.getvalue()
    assert [file.name for file in tmp_path.iterdir()] == [f"{BUPATI}-final.pdf"]
    with pytest.raises(CommandError, match="pdftoppm tidak ada"):
        call_command("preview_document", BUPATI, "--golden")


def test_an_unknown_kind_names_the_known() -> None:
    with pytest.raises(CommandError, match="keputusan_bupati@1"):
        call_command("preview_document", "keputusan")


def test_a_table_that_scrolls_on_a_telephone_is_reached_by_the_keyboard() -> None:
    shown = fragment("berita_acara_rakor@1", find("berita_acara_rakor@1").sample(3))
    assert shown.count('<div class="sheet"') == shown.count('<div class="sheet" tabindex="0"') == 3
