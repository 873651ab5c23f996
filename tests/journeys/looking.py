"""Looking at a page: is it accessible and as wide as its screen; and a picture of it in three widths for people to look at."""

import os
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import CDPSession, Page

from backend.launch.state import CHECKOUT

WIDTHS = {"phone": 360, "tablet": 768, "desktop": 1366}
SHOTS = Path(os.environ.get("SIKLUS_SHOTS") or CHECKOUT / ".siklus" / "shots")

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
TABLET: dict[str, Any] = {"viewport": {"width": 810, "height": 1080}, "has_touch": True}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1366, "height": 768}}

FAST_3G = {"latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_375}
SLOW_3G = {"latency": 2000, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""The browser's own presets: milliseconds, and bytes a second."""


def look(page: Page, name: str) -> None:
    """Axe finds nothing and nothing is wider than the screen, at phone and desktop width; pictures go to `SIKLUS_SHOTS`.

    The page keeps what is typed into it, and its size.
    """
    size = page.viewport_size
    SHOTS.mkdir(parents=True, exist_ok=True)
    for device, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 740 if device == "phone" else 900})
        page.screenshot(path=SHOTS / f"{name}-{device}.png", full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{name} is {wide} px wide on a {device}"
        if device != "tablet":
            found = Axe().run(page)
            assert not found.violations_count, f"{name} on a {device}: {found.generate_report()}"
    if size:
        page.set_viewport_size(size)


def network(page: Page, offline: bool = False, **speed: float) -> CDPSession:
    """From here on the page's network is `FAST_3G`, `SLOW_3G`, or (`offline`) gone."""
    session = page.context.new_cdp_session(page)
    unlimited = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    session.send("Network.emulateNetworkConditions", {"offline": offline, **(unlimited | speed)})
    return session


def slow_processor(page: Page, times: int = 4) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


TOUCHED = "button, a.button, summary, select, textarea, input:not([type=hidden])"
TOO_SMALL = """(touched) => [...document.querySelectorAll(touched)].map((one) => {
  const whole = /^(checkbox|radio)$/.test(one.type) ? one.closest("label") ?? one : one;
  const high = one.checkVisibility() ? Math.round(whole.getBoundingClientRect().height) : 0;
  return { high, what: (one.labels?.[0] ?? one).textContent.trim().slice(0, 60) || one.name };
}).filter(({ high }) => 0 < high && high < 44).map(({ what, high }) => `${what}: ${high} px`)"""
"""What a thumb has to hit; links within text are as high as their line."""


def thumbs(page: Page, name: str) -> None:
    """On a phone, whatever is no link within text is 44 px high."""
    page.set_viewport_size({"width": WIDTHS["phone"], "height": 740})
    small = page.evaluate(TOO_SMALL, TOUCHED)
    assert not small, f"{name} has what is too small for a thumb: {small}"
