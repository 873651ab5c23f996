from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer


def test_a_real_browser_reaches_a_real_server(live_server: LiveServer, page: Page) -> None:
    answer = page.goto(f"{live_server.url}/healthz")
    assert answer is not None
    assert (answer.status, answer.json()["database"]) == (200, "ok")
