"""What a page that works without a signal costs on a prepaid card: the budget of an evaluation's section."""

from collections.abc import Callable

from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from tests.wire import Wire
from tests.world import World

AT_REST = ("overview", "photos", "smaller", "prepare")
"""Modules that come when the page can be used already."""


def test_a_section_fits_its_budget(
    world: World, browser: Browser, live_server: LiveServer, session: Callable[[str], str]
) -> None:
    context = browser.new_context(base_url=live_server.url, viewport={"width": 360, "height": 740})
    context.add_cookies([{"name": "sessionid", "value": session("kartika"), "url": live_server.url}])
    page = context.new_page()
    wire = Wire(page)
    page.goto("/contoh/")
    page.locator(".whereabouts").wait_for()
    page.get_by_role("button", name="Siapkan untuk luring").wait_for()
    expect(page.get_by_role("button", name="Unggah")).to_have_count(0)  # photos are sent when they are taken
    page.wait_for_load_state("networkidle")
    assert 0 < wire.bytes <= 80_000
    at_once = [url for url in wire.urls if not any(f"/{name}.js" in url for name in AT_REST)]
    assert 4 < len(at_once) <= 8
    assert len(wire.urls) == len(at_once) + len(AT_REST)
    wire.reset()
    page.goto("/contoh/", wait_until="networkidle")
    assert 0 < wire.bytes <= 12_000
    context.close()
