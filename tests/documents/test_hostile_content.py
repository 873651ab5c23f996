"""Whatever stands in a text is text: it is printed as it was written, and nothing is fetched for it."""

import copy
import threading
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from documents import box, render
from documents.content import Content
from documents.errors import (
    AssetRefused,
    ContentError,
    NotDecided,
    RenderFailed,
    TooLarge,
    TooManyPages,
    TooSlow,
    UnknownTemplate,
)
from documents.forms import Form
from documents.kinds import all_kinds, find
from documents.limits import Limits
from documents.render import pdf_of
from tests.documents.conftest import BUPATI, KADES, printed

MARKUP = [
    '<img src="{url}">', "<script>fetch('{url}')</script>", "<style>@import '{url}';</style>", "</p><h1>Besar</h1>",
    "<link rel=attachment href=file:///etc/passwd>", '"><iframe src={url}>', "&lt;b&gt; &amp; &#60;",
    "{{ content }} {% now %}", "<svg><use href='#a'/></svg>", "url({url})", "]]><!--", "\\0041 }} * {{ display:none }}",
]  # fmt: skip
PLACES: dict[str, Callable[[Content, str], None]] = {
    "head line": lambda content, text: content["issuer"]["head_lines"].append(text),
    "place": lambda content, text: content["issuer"].update(place=text),
    "consideration": lambda content, text: content["considerations"].append(f"bahwa {text} x"),
    "basis": lambda content, text: content["bases"].append(f"{text} x"),
    "note": lambda content, text: content["notes"].append(f"{text} x"),
    "clause": lambda content, text: content["clauses"].insert(0, f"{text} x"),
    "copy": lambda content, text: content["copies_to"].append(f"{text} x"),
    "number": lambda content, text: content["issue"].update(number=text),
    "office": lambda content, text: content["issue"]["signatory"].update(lines=[f"{text} x"]),
    "village": lambda content, text: content["annexes"][0]["rows"][0].update(village=text),
    "note of a row": lambda content, text: content["annexes"][0]["rows"][0].update(note=text),
}


@pytest.fixture
def canary() -> Iterator[HTTPServer]:
    """A loopback server that counts who calls."""

    class Count(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.server.hits += 1

    server = HTTPServer(("127.0.0.1", 0), Count)
    server.hits = 0
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.mark.parametrize("place", PLACES)
def test_markup_is_printed_literally_and_fetches_nothing(place: str, canary: HTTPServer) -> None:
    texts = [text.replace("{url}", f"http://127.0.0.1:{canary.server_port}/x") for text in MARKUP]
    hostile = " ".join(texts)
    content = copy.deepcopy(find(BUPATI).sample(3))
    PLACES[place](content, hostile)
    seen = "".join(printed(content).text.split()).casefold()
    if "row" in place or place == "village":  # a narrow cell mixes its lines with its neighbours'
        assert "<img" in seen
    else:
        assert "".join(hostile.split()).casefold() in seen
    assert canary.hits == 0


STRUCTURAL = ("schema", "kind", "template", "lambang", "signature", "verify_url", "rank", "state", "change", "role")


def poisoned(template: str, poison: str) -> tuple[Content, int]:
    """The kind's sample with this text at the end of each of its texts that may hold any; and how many these are."""
    kind, count = find(template), 0
    content = copy.deepcopy(kind.sample(3))
    for holder, key in list(_texts(content)):
        clean, holder[key] = holder[key], f"{holder[key]} {poison}"
        try:
            kind.check(content)
            count += 1
        except ContentError:
            holder[key] = clean
    return content, count


def _texts(value: object) -> Iterator[tuple[Any, Any]]:
    """Where each text stands: its dictionary or list, and key."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in items:
        if isinstance(part, str) and key not in STRUCTURAL:
            yield value, key
        yield from _texts(part)


class Skeleton(HTMLParser):
    """The tags of a page with their attributes, without its texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("class", "whole") not in attrs:  # round an official number, which some of the hostile texts resemble
            self.tags.append((tag, attrs))


@pytest.mark.parametrize("form", [pytest.param(Form.DRAFT, marks=pytest.mark.nightly), Form.FINAL])
@pytest.mark.parametrize("template", all_kinds())
def test_no_text_of_any_kind_becomes_markup_or_fetches(template: str, form: Form, canary: HTTPServer) -> None:
    """Rendered here, outside the box: it is not the walls that keep it from fetching."""
    kind = find(template)
    hostile = " ".join(text.replace("{url}", f"http://127.0.0.1:{canary.server_port}/x") for text in MARKUP)
    content, count = poisoned(template, hostile)
    harmless, _ = poisoned(template, "kata")
    assert count >= 8
    page = kind.page(content, form)
    assert Skeleton(page).tags == Skeleton(kind.page(harmless, form)).tags
    assert "&lt;script&gt;" in page
    assert "127.0.0.1" not in kind.print_style(content)
    pdf = render.render(template, content, form).pdf
    assert canary.hits == 0
    assert set(PdfReader(BytesIO(pdf)).attachments) == ({"isi.json"} if form is Form.FINAL else set())


@pytest.mark.parametrize(
    "html",
    [
        '<img src="file:///etc/passwd">', '<img src="http://127.0.0.1:9/">', '<img src="data:image/png;base64,AA">',
        "<link rel=stylesheet href='file:///etc/hostname'>", "<link rel=attachment href='file:///etc/passwd'>",
        "<a rel=attachment href='file:///etc/passwd'>x</a>", "<p style='background:url(ftp://x/y)'>x</p>",
        "<object data='file:///etc/passwd'></object>", '<img src="asset:unknown">', '<img src="asset:../errors.py">',
        "<svg><image href='file:///etc/passwd'/></svg>", "<style>@import 'http://127.0.0.1:9/'</style>",
    ],
)  # fmt: skip
def test_a_template_that_asks_for_a_foreign_resource_fails_the_job(html: str) -> None:
    with pytest.raises(RenderFailed):
        pdf_of(html, "", {})


def test_a_missing_font_fails_the_job() -> None:
    with pytest.raises(AssetRefused):
        pdf_of("<p>x</p>", find(BUPATI).style, {})


def test_a_broken_font_fails_the_job() -> None:
    broken = dict.fromkeys(("texgyrebonum-regular.otf", "texgyrebonum-bold.otf"), b"OTTO broken")
    with pytest.raises(RenderFailed, match="Font-face"):
        pdf_of("<p>x</p>", find(BUPATI).style, broken)


def test_a_broken_picture_fails_the_job_though_the_renderer_only_logs_it() -> None:
    with pytest.raises(RenderFailed, match="Penggambar melaporkan"):
        pdf_of('<img src="asset:lambang">', "", {"lambang": b"\x89PNG\r\n\x1a\nbroken"})


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda content: content.update(subject=""), "subject: belum diisi"),
        (lambda content: content["clauses"].append("baris\nbaru"), r"clauses\[5\]: memuat tanda tak tercetak U\+000A"),
        (lambda content: content["clauses"].append("kanan\u202ekiri"), r"U\+202E"),
        (lambda content: content["clauses"].append("ꦗꦮ"), "tidak ada dalam fon"),
        (lambda content: content["clauses"].append("x" * 9000), "terlalu panjang"),
        (lambda content: content["annexes"][0]["rows"][1].update(no=7), "Lampiran 1 baris 2: bernomor 7, seharusnya 2"),
        (lambda content: content["annexes"][0]["rows"][1].update(code="99.01.01.2001"), "baris 2: kode 99.01.01.2001"),
        (lambda content: content["annexes"][0]["rows"][2].pop("district"), "Lampiran 1 baris 3: district belum diisi"),
        (lambda content: content["annexes"][0].update(totals=[["pekon", 4]]), "JUMLAH 4 tidak sama"),
        (lambda content: content["annexes"][0].update(kind="roster"), "jenis “roster” tidak dikenal"),
        (lambda content: content["annexes"][0].update(rows=[]), "memuat 0 baris"),
        (lambda content: content["issue"].update(date="2024-02-30"), "issue.date: “2024-02-30” bukan tanggal"),
        (lambda content: content["issue"]["signatory"].update(lines=[]), "issue.signatory.lines: belum diisi"),
        (lambda content: content.update(lambang="bm90IGEgcG5n"), "lambang: harus berkas PNG"),
    ],
)
def test_content_that_cannot_be_printed_faithfully_is_refused_with_its_place(
    change: Callable[[Content], object], told: str
) -> None:
    content = copy.deepcopy(find(BUPATI).sample(3))
    change(content)
    with pytest.raises(ContentError, match=told):
        box.render(BUPATI, content, Form.FINAL)


def test_all_problems_are_told_at_once() -> None:
    content = {**find(KADES).sample(3), "subject": "", "bases": []}
    with pytest.raises(ContentError) as refusal:
        find(KADES).check(content)
    assert refusal.value.problems == ("subject: belum diisi", "bases: belum diisi")


@pytest.mark.parametrize("issue", [None, {}, {"number": "1", "date": "2024-05-06"}])
def test_a_final_paper_needs_number_date_and_signatory(issue: dict[str, str] | None) -> None:
    with pytest.raises(NotDecided):
        box.render(BUPATI, {**find(BUPATI).sample(3), "issue": issue}, Form.FINAL)


def test_an_unknown_template_names_the_known() -> None:
    with pytest.raises(UnknownTemplate, match="keputusan_bupati@1"):
        box.render("keputusan_bupati@99", {}, Form.FINAL)


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        (Limits(cpu=1), TooSlow),
        (Limits(wall=0.3), TooSlow),
        (Limits(memory=150_000_000), TooLarge),
        (Limits(file=20_000), TooLarge),
        (Limits(pages=5), TooManyPages),
    ],
    ids=str,
)
def test_a_paper_beyond_its_limits_ends_in_a_clear_failure(limits: Limits, error: type[Exception]) -> None:
    with pytest.raises(error):
        box.render(BUPATI, find(BUPATI).sample(500), Form.FINAL, limits)
    assert box.render(BUPATI, find(BUPATI).sample(1), Form.FINAL).pages == 3


def test_a_huge_text_ends_in_bounded_time() -> None:
    rows = find(BUPATI).sample(300)
    for row in rows["annexes"][0]["rows"]:
        row["village"] = "Panjang " * 900
    with pytest.raises((TooSlow, TooLarge)):
        box.render(BUPATI, rows, Form.FINAL, Limits(wall=5))
