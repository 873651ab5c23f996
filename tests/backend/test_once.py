"""Sent by `js/once.js`: the browser opens the page that the answer names itself, once."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.backend.substitutes.test_pages import PASSWORD, client_of, prepare
from tests.journeys.looking import PHONE
from tests.world import World, build_world


@pytest.fixture
def world(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this very thread
    return build_world()


def test_what_is_said_once_is_read_by_the_person(world: World, page: Page, live_server: LiveServer) -> None:
    budi = client_of(world, "budi", "camat")
    url = prepare(world, budi).url
    page.context.add_cookies([{"name": "sessionid", "value": budi.cookies["sessionid"].value, "url": live_server.url}])
    page.set_viewport_size(PHONE["viewport"])
    page.goto(live_server.url + url)
    opened = []
    page.on("request", lambda asked: opened.append((asked.method, asked.resource_type)) if url in asked.url else None)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Tetapkan pengganti").click()
    page.get_by_role("status").get_by_text("ditetapkan.").wait_for()
    assert opened == [("POST", "fetch"), ("GET", "document")]


@pytest.mark.django_db
@pytest.mark.parametrize(("headers", "status"), [({}, 302), ({"Siklus-Once": "1"}, 200)])
def test_the_way_is_the_same_with_and_without_the_script(headers: dict[str, str], status: int) -> None:
    world = build_world()
    client = client_of(world, "budi", "camat")
    answer = client.post("/penugasan/", {"mandate": world.by("budi", "camat").pk, "next": "/surat/"}, headers=headers)
    assert (answer.status_code, answer.headers["Location"], answer.content) == (status, "/surat/", b"")
