from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Playwright
from pytest_django.live_server_helper import LiveServer

from tests.backend.offline.pages import SECTIONS, Section
from tests.people import person
from tests.phone import Phone
from tests.radio import Radio
from tests.world import World, build_world


@pytest.fixture
def world(live_server: LiveServer, settings: Any) -> World:
    settings.ROOT_URLCONF = "tests.backend.offline.pages"
    SECTIONS.clear()
    SECTIONS.update({2: Section(), 5: Section()})
    return build_world()


@pytest.fixture
def session(world: World) -> Callable[[str], str]:
    """The login of somebody, by name."""

    def of(name: str) -> str:
        client = Client()
        client.force_login(person(name))
        return client.cookies["sessionid"].value

    return of


@pytest.fixture
def phone(
    playwright: Playwright, browser_type_launch_args: dict[str, Any], live_server: LiveServer,
    session: Callable[[str], str], tmp_path: Path,
) -> Iterator[Phone]:  # fmt: skip
    made = Phone(playwright, browser_type_launch_args, tmp_path / "phone", Radio(live_server.url), session("kartika"))
    yield made
    made.close()
