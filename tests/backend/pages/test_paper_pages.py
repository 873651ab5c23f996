"""*Lihat halaman*: the pages of a paper as pictures, fetched only by whoever opens them."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.backend.pages.decrees import as_official
from tests.backend.pages.test_printing import archived
from tests.backend.pages.test_tinjau_in_a_browser import enter
from tests.decree_world import DecreeWorld, build_decree_world
from tests.journeys.looking import PHONE, look
from tests.wire import Wire


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.STATE_DIR, settings.ARCHIVE_DIR = tmp_path, tmp_path / "archive"


@pytest.fixture
def world(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> DecreeWorld:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this very thread
    return build_decree_world()


@pytest.mark.django_db
def test_a_page_is_drawn_once_and_what_is_no_page_is_not_there(tmp_path: Path) -> None:
    world = build_decree_world()
    paper = archived(world.walked(), "1 TAHUN 2024")
    hadi, address = as_official(world, "hadi"), f"/naskah/{paper.pk}/halaman/"
    answer = hadi.get(f"{address}1/")
    drawn = b"".join(answer.streaming_content)
    assert Image.open(BytesIO(drawn)).width == 1080
    assert (answer["Content-Type"], "immutable" in answer["Cache-Control"]) == ("image/webp", True)
    assert [kept.read_bytes() for kept in tmp_path.glob("pictures/*/*")] == [drawn]
    paper.file_path.rename(tmp_path / "hilang")
    assert [hadi.get(f"{address}{n}/").status_code for n in (0, 1, 4)] == [404, 404, 404]


def test_only_who_opens_the_pages_fetches_them(world: DecreeWorld, page: Page, live_server: LiveServer) -> None:
    decree = world.walked()
    archived(decree, "1 TAHUN 2024")
    page.set_viewport_size(PHONE["viewport"])
    enter(page, live_server, world, "regent")
    wire = Wire(page)
    for path in (f"/tugas/{world.task(decree, 'regent').pk}/#lampiran", f"/keputusan/{decree.pk}/"):
        wire.reset()
        page.goto(live_server.url + path, wait_until="networkidle")
        assert not [url for url in wire.urls if "/halaman/" in url]
        page.get_by_text("Lihat halaman").click()
        first = page.get_by_alt_text("Halaman 1 dari 3")
        page.wait_for_function("one => one.complete && one.naturalWidth === 1080", arg=first.element_handle())
        assert first.bounding_box()["width"] <= 360
    look(page, "halaman-naskah")
