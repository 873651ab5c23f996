"""The pages of reports on a phone and a desk: nothing is wider than the screen, and axe finds nothing."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests.journeys.looking import look
from tests.people import person
from tests.workflows.reports.conftest import decreed, drafted, sent, units  # noqa: F401  fixtures
from tests.world import World, build_world, on_day
from workflows.reports.models import Report

FEBRUARY = "?formulir=progress&masa=2024-02-01"


@pytest.fixture
def world(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this very thread
    return build_world()


@pytest.fixture
def told(world, units, decreed, sent):  # noqa: F811
    """Two Kampung KB: one told of January, of an activity and, twice, of February; the other of nothing."""
    for unit in (units.satu, units.dua):
        decreed(unit, "designate", date(2023, 12, 1))
    sent("hadi", "population", day=date(2024, 1, 1))
    sent("fitri", day=date(2024, 1, 1), bkb_participants=17)
    sent("fitri", "activity", day=date(2024, 2, 10))
    sent("fitri")
    second = sent("gita", reported_by="Kader Contoh", reported_on="2024-03-02", injection=31, iud=4)
    on_day(date(2024, 4, 2))
    return second


@pytest.fixture
def phone(browser: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=live_server.url, viewport={"width": 360, "height": 740})
    yield context
    context.close()


def entered(context: BrowserContext, live_server: LiveServer, login: str) -> Page:
    client = Client()
    client.force_login(person(login))
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    return context.new_page()


def test_a_village_reports_on_its_phone(told: Report, phone: BrowserContext, live_server: LiveServer) -> None:
    page = entered(phone, live_server, "fitri")
    page.goto(f"/laporan/desa/{told.kampung_id}/")
    look(page, "laporan-desa")
    page.get_by_role("link", name="Isi laporan").first.click()
    look(page, "laporan-baru")
    page.goto(f"/laporan/desa/{told.kampung_id}/baru/progress/?masa=2024-03-01")
    page.get_by_role("button", name="Mulai mengisi").click()
    page.get_by_label("Keluarga peserta BKB").fill("81")
    page.get_by_label("Keluarga peserta BKR").fill("30")
    look(page, "laporan-bagian")
    page.get_by_role("button", name="Simpan & lanjut").click()
    page.get_by_role("heading", name="Peserta KB", exact=True).wait_for()
    page.get_by_text("dari 4 bagian lengkap").click()
    page.get_by_role("link", name="Periksa dan kirim").click()
    page.get_by_role("link", name="tidak boleh lebih dari 80").wait_for()
    look(page, "laporan-konsep")


def test_two_reports_are_merged_on_a_phone(told: Report, phone: BrowserContext, live_server: LiveServer) -> None:
    page = entered(phone, live_server, "fitri")
    page.goto(f"/laporan/{told.pk}/gabung/")
    look(page, "laporan-gabung")
    for legend in ("Peserta IUD", "Peserta suntik"):
        page.get_by_role("group", name=legend).get_by_role("radio").last.check()
    page.get_by_role("button", name="Gabungkan").click()
    page.get_by_text("Kedua laporan digabung menjadi satu").wait_for()
    look(page, "laporan-dibaca")
    page.get_by_role("link", name="Perbaiki").click()
    look(page, "laporan-perbaiki")


def test_the_agency_sees_who_is_late(world: World, told: Report, phone: BrowserContext, live_server: LiveServer) -> None:
    page = entered(phone, live_server, "hadi")
    for name, address in (
        ("laporan-kelengkapan", f"/laporan/wilayah/{world.regency.pk}/{FEBRUARY}"),
        ("laporan-setahun", f"/laporan/wilayah/{world.district.pk}/tahun/"), ("tahun-ini", "/tahun-ini/"),
    ):  # fmt: skip
        page.goto(address)
        look(page, name)
    page.goto(f"/laporan/wilayah/{world.regency.pk}/{FEBRUARY}")
    page.get_by_role("link", name="Ingatkan yang belum melapor").click()
    look(page, "laporan-ingatkan")
