"""What a real phone sees: the way from login to the next task without JavaScript, accessibility, and the weight."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.backend.pages.decrees import approved_up_to, handed_in, read_of, set_up, task_of, with_paper
from tests.backend.pages.test_printing import archived
from tests.people import person
from tests.world import World, build_world
from workflows.core.door import perform
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def world(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this very thread
    made = build_world()
    set_up(made)
    hadi = person("hadi")
    hadi.set_password("contoh-sandi")
    hadi.save(update_fields=["password"])
    return made


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


def log_in(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/")
    page.get_by_label("Nama pengguna").fill("hadi")
    page.get_by_label("Kata sandi").fill("contoh-sandi")
    page.get_by_role("button", name="Masuk").click()


def test_from_login_over_an_approval_to_the_next_task(world: World, phone: Page, live_server: LiveServer) -> None:
    first, second = handed_in(world), handed_in(world, subject="Keputusan kedua", effects=[])
    log_in(phone, live_server)
    phone.get_by_role("link", name="Tinjau Penetapan Kampung Contoh").click()
    phone.locator(".bar").get_by_role("button", name="Setujui").click()
    phone.get_by_role("heading", name="Tercatat").wait_for()
    phone.get_by_role("link", name="Tugas berikutnya").click()
    phone.get_by_role("heading", name="Keputusan kedua").first.wait_for()
    assert task_of(first).office.role == "legal"
    assert Assignment.objects.get(file=second.pk, state="open").office.role == "agency"


def test_nothing_is_wider_than_a_phone_and_axe_finds_nothing(world: World, page: Page, live_server: LiveServer) -> None:
    decree = handed_in(world)
    paths = [
        "/", f"/tugas/{task_of(decree).pk}/", "/keputusan/", "/keputusan/baru/", f"/keputusan/{decree.pk}/", "/usulan/",
        f"/wilayah/{world.regency.pk}/", f"/desa/{decree.rows.first().kampung_id}/", "/register/",
    ]  # fmt: skip
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/masuk/")
    found = {"/masuk/": Axe().run(page).generate_report()} if Axe().run(page).violations_count else {}
    log_in(page, live_server)
    for path in paths:
        page.goto(live_server.url + path)
        result = Axe().run(page)
        if result.violations_count:
            found[path] = result.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
    assert not found, found


def test_the_pages_of_paper_fit_a_phone_and_axe_finds_nothing(
    world: World, page: Page, live_server: LiveServer, settings: Any, tmp_path: Path
) -> None:
    """The printing, conveying and stationery pages and a register, each with something on it."""
    settings.ARCHIVE_DIR = tmp_path
    decree = approved_up_to(world, handed_in(world), "regent")
    perform(Assignment.decide, task_of(decree), by=world.by("citra"), read=read_of(decree))
    perform(Assignment.sign, task_of(with_paper(decree)), by=world.by("citra"))
    values = {"conveyed_on": "2024-03-04", "channel": "hand", "rows": [1]}
    perform(Decree.convey, decree, by=world.by("hadi"), values=values)
    archived(decree, "100 TAHUN 2024")
    paths = {
        "penyampaian": f"/keputusan/{decree.pk}/penyampaian/", "nomor-seri": f"/keputusan/{decree.pk}/nomor-seri/",
        "cetak": f"/cetak/?berkas={decree.pk}", "register": f"/register/{decree.issuer.series.get().pk}/",
        "kop": "/kop/", "kop-wilayah": f"/kop/wilayah/{world.regency.pk}/", "keputusan": f"/keputusan/{decree.pk}/",
    }  # fmt: skip
    page.set_viewport_size(PHONE)
    log_in(page, live_server)
    for name, path in paths.items():
        page.goto(live_server.url + path)
        result = Axe().run(page)
        assert not result.violations_count, (name, result.generate_report())
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name
        page.screenshot(path=tmp_path / f"{name}.png", full_page=True)
