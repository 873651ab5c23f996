"""Promises of the looks: no code or style within a template, vendored files as they came, colours that can be read."""

import re
from hashlib import sha256
from pathlib import Path

import django_htmx
import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory

from backend.static_files import COOKIE, SHEET, fingerprint, sheet, version

BACKEND = Path(__file__).resolve().parents[2] / "backend"
STATIC = BACKEND / "static"
VENDOR = STATIC / "vendor"
TEMPLATES = [*BACKEND.rglob("templates/**/*.html"), *(BACKEND.parent / "documents").rglob("*.html")]
FORBIDDEN = {
    "an inline handler": re.compile(r"<[^>]*\son\w+\s*=", re.IGNORECASE),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "an inline style sheet": re.compile(r"<style", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
}
PRINTED = {"document.html"}
"""Never sent to a browser: what WeasyPrint prints."""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(BACKEND.parent)))
def test_a_template_brings_no_code_and_no_style(path: Path) -> None:
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"))
    assert path.name in PRINTED or [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


def test_every_page_forbids_what_it_does_not_use(client: Client) -> None:
    answer = client.get("/bantuan/")
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in re.split("; ?", policy)
    assert f"style-src 'self' {fingerprint()}" in policy
    assert "unsafe" not in policy
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_the_sheet_travels_within_the_page_until_the_browser_keeps_it(client: Client) -> None:
    first = client.get("/bantuan/").content.decode()
    client.cookies[COOKIE] = version()
    later = client.get("/bantuan/").content.decode()
    assert f"<style>{sheet()}</style>" in first
    assert "<style" not in later
    assert 'rel="stylesheet" href="/static/siklus.css?v=' in later


def test_an_older_sheet_does_not_count(client: Client) -> None:
    client.cookies[COOKIE] = "0" * 12
    assert "<style>" in client.get("/bantuan/").content.decode()


def test_pages_are_compressed_and_papers_are_not(client: Client) -> None:
    page = client.get("/bantuan/", headers={"accept-encoding": "gzip"})
    assert page.headers["Content-Encoding"] == "gzip"
    assert len(page.content) < 15_000


@pytest.mark.parametrize("line", (VENDOR / "SHA256SUMS").read_text().splitlines())
def test_what_is_vendored_is_what_was_vendored(line: str) -> None:
    checksum, _space, name = line.partition("  ")
    assert sha256((VENDOR / name).read_bytes()).hexdigest() == checksum


def test_every_vendored_file_is_listed_and_has_a_licence_beside_it() -> None:
    listed = {line.partition("  ")[2] for line in (VENDOR / "SHA256SUMS").read_text().splitlines()}
    found = {str(file.relative_to(VENDOR)) for file in VENDOR.glob("*/**/*") if file.is_file()}
    assert found == listed
    assert all((folder / "LICENSE").is_file() for folder in VENDOR.iterdir() if folder.is_dir())


def test_htmx_is_the_file_that_django_htmx_ships() -> None:
    shipped = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
    ours = next((VENDOR / "htmx").glob("htmx-*.min.js"))
    assert ours.read_bytes() == shipped.read_bytes()
    assert f'version:"{ours.name.removeprefix("htmx-").removesuffix(".min.js")}"' in ours.read_text(encoding="utf-8")


def test_htmx_may_neither_evaluate_nor_style() -> None:
    html = Template("{% htmx %}").render(Context({"request": RequestFactory().get("/")}))
    assert "&quot;allowEval&quot;:false" in html
    assert "&quot;includeIndicatorStyles&quot;:false" in html


def test_an_icon_is_silent_and_has_no_style_of_its_own() -> None:
    html = Template('{% icon "bell" %}').render(Context())
    assert html.startswith("<svg")
    assert 'aria-hidden="true"' in html
    assert "style=" not in html


def test_the_sheet_asks_nobody_else() -> None:
    assert re.findall(r"url\((?!\"data:)", SHEET.read_text(encoding="utf-8")) == []
    assert "@import" not in SHEET.read_text(encoding="utf-8")


PAGES = BACKEND / "templates"


def with_parts(path: Path) -> str:
    """The text of a template and of all that it includes by name."""
    text = path.read_text(encoding="utf-8")
    parts = [PAGES / name for name in re.findall(r"{% include \"([\w/]+\.html)\"", text)]
    return text + "".join(with_parts(part) for part in parts if part.exists())


@pytest.mark.parametrize("path", list(PAGES.rglob("*.html")), ids=lambda path: str(path.relative_to(PAGES)))
def test_a_page_whose_forms_are_sent_once_loads_what_does_it(path: Path) -> None:
    whole = with_parts(path)
    if "{% extends" in whole and "data-once" in whole:
        assert "js/once.js" in whole
