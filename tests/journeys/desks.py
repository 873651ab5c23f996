"""Somebody of the small world at his desk or telephone, acting by one of his mandates."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from tests.journeys.looking import DESKTOP
from tests.journeys.stack import Stack
from workflows.organisation.models import Mandate


@contextmanager
def at_desk(stack: Stack, browser: Browser, mandate: Mandate, device: dict[str, Any] = DESKTOP, **more: Any) -> Iterator[Page]:
    """Logged in, with this mandate chosen where there are several."""
    context = browser.new_context(base_url=stack.url, locale="id-ID", **device, **more)
    session = stack.session_of(mandate.person.username)
    context.add_cookies([{"name": "sessionid", "value": session, "url": stack.url}])
    page = context.new_page()
    page.goto("/penugasan/?next=/")
    if (choice := page.locator(f"main button[value='{mandate.pk}']")).count():
        choice.click()
    yield page
    context.close()
