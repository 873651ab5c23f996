"""Tinjau in a real browser: tabs on a phone, the card before the thumb, a list of 136 that can be searched, and its weight."""

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from tests.decree_world import HOLDER, DecreeWorld, build_decree_world
from tests.journeys.looking import PHONE, look
from tests.people import person
from tests.world import region
from workflows.core.door import perform
from workflows.decrees import drafting
from workflows.decrees.models import Decree


@pytest.fixture
def world(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> DecreeWorld:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this very thread
    return build_decree_world()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**PHONE)
    yield context.new_page()
    context.close()


def enter(page: Page, live_server: LiveServer, world: DecreeWorld, role: str) -> None:
    client = Client()
    client.force_login(person(HOLDER[role]))
    client.post("/penugasan/", {"mandate": world.by(HOLDER[role], role).pk, "next": "/"})
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )


def long_decree(world: DecreeWorld, until: str) -> Decree:
    """136 villages in fifteen kecamatan."""
    districts = [region(world.regency, "district", "kecamatan", f"Contoh Kecamatan {n}", f"99.01.{n:02}") for n in range(2, 17)]
    places = [(districts[n % 15], f"Contoh Desa {n}", f"99.01.{n % 15 + 2:02}.{3000 + n}") for n in range(136)]
    villages = [region(district, "village", "desa", name, code) for district, name, code in places]
    clauses = ["Menetapkan 136 Kampung Keluarga Berkualitas.", "Biaya dari APBD.", "Berlaku sejak ditetapkan."]
    decree = world.decree_draft(subject="Penetapan Kampung Keluarga Berkualitas Tahun 2024", villages=[], clauses=clauses)
    drafting.add_rows(decree, world.drafter(), [(village, {}) for village in villages])
    perform(Decree.submit, decree, by=world.drafter())
    world.walk(decree, until)
    return decree


def test_the_bupatis_card_needs_no_scrolling(world: DecreeWorld, phone: Page, live_server: LiveServer) -> None:
    task = world.task(long_decree(world, "regent"), "regent")
    enter(phone, live_server, world, "regent")
    phone.goto(f"{live_server.url}/tugas/{task.pk}/")
    card, bar = (phone.locator(part).bounding_box() for part in (".card", ".bar"))
    assert card is not None
    assert bar is not None
    assert card["y"] + card["height"] <= bar["y"]
    assert bar["y"] + bar["height"] <= PHONE["viewport"]["height"]
    for words in ["136 desa di 15 kecamatan", "Tidak ada perubahan sejak paraf Sekda", "Lihat daftar", "Baca naskah"]:
        assert phone.locator(".card").get_by_text(words).is_visible(), words
    assert phone.locator(".bar").get_by_text("Kembalikan untuk perbaikan").is_visible()
    look(phone, "kartu-bupati")


def test_the_list_is_searched_where_it_stands(world: DecreeWorld, phone: Page, live_server: LiveServer) -> None:
    task = world.task(long_decree(world, "regent"), "regent")
    enter(phone, live_server, world, "regent")
    phone.goto(f"{live_server.url}/tugas/{task.pk}/")
    phone.get_by_role("link", name="Lihat daftar").click()
    phone.get_by_label("Cari desa/kelurahan").fill("3135")
    assert phone.locator(".annex-list li:visible").count() == 1
    assert phone.get_by_text("1 dari 136").is_visible()


def test_a_refusal_is_shown_where_it_was_sent_and_sent_once(world: DecreeWorld, phone: Page, live_server: LiveServer) -> None:
    task = world.task(world.walked(), "regent")
    enter(phone, live_server, world, "regent")
    phone.goto(f"{live_server.url}/tugas/{task.pk}/")
    sent = []
    phone.on("request", lambda asked: sent.append(asked.url) if asked.method == "POST" else None)
    phone.locator("#form-decide [name=version]").evaluate("field => { field.value = '0' }")
    held: list[Route] = []
    phone.route("**/js/tabs*", lambda asked: held.append(asked))
    with phone.expect_request("**/js/tabs*"):
        phone.locator(".bar .main").click()
    phone.get_by_role("heading", name="Berkas berubah sejak Anda membukanya").wait_for()
    assert len(sent) == 1
    assert phone.url.endswith(f"/tugas/{task.pk}/")
    phone.get_by_role("link", name="Naskah", exact=True).click()
    held[0].continue_()
    expect(phone.locator("#ringkasan"), "what was chosen before the behaviours of the new page began").to_be_hidden()
    phone.locator(".bar .main").click()
    phone.get_by_role("heading", name="Tercatat").wait_for()
    assert len(sent) == 2
