"""The check page on a cheap phone and a slow line."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from backend.public.facts import MOST_ROWS
from documents.kinds import find
from tests.decree_world import build_decree_world
from tests.wire import Wire
from workflows.core.models import Snapshot
from workflows.decrees.models import Decree

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def decree(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Decree:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this very thread
    return build_decree_world().issued()


def listing(decree: Decree, rows: int) -> Decree:
    """The same decree, read from a snapshot that lists so many villages."""
    content = find("keputusan_bupati@1").sample(rows)
    snapshot = Snapshot.objects.create(
        file=decree.file, number=9, content=content, sha256="0" * 64, parts={}, template="keputusan_bupati@1",
        entry=decree.file.snapshot.entry,
    )  # fmt: skip
    decree.file.snapshot = snapshot
    decree.file.save(update_fields=["snapshot"])
    return decree


@pytest.mark.parametrize("rows", [3, 136, 500])
def test_at_most_25_kb_without_a_script(rows: int, decree: Decree, browser: Browser, live_server: LiveServer) -> None:
    listing(decree, rows)
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    wire = Wire(page)
    page.goto(f"{live_server.url}/v/{decree.file.token}", wait_until="networkidle")
    shown = page.locator("details li").count()
    context.close()
    assert shown == min(rows, MOST_ROWS)
    assert 0 < wire.bytes <= 25_000
    assert len(wire.urls) <= 2


def test_nothing_is_wider_than_a_phone_and_axe_finds_nothing(
    decree: Decree, page: Page, live_server: LiveServer
) -> None:
    page.set_viewport_size(PHONE)
    for path in ("/v", f"/v/{decree.file.token}", "/v?nomor=tidak+ada", "/v/sidik/" + "0" * 64):
        page.goto(live_server.url + path)
        found = Axe().run(page)
        assert not found.violations_count, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
