"""J7 · The Camat endorses a batch with one hand: exceptions first, one left out with a reason, undone once, and done again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.looking import PHONE, look
from tests.journeys.many_villages import build
from tests.journeys.stack import Stack
from worker.quiet import wait_until_quiet
from workflows.core.models import JournalEntry
from workflows.organisation.models import Mandate
from workflows.routes.models import Assignment

pytestmark = pytest.mark.nightly


@pytest.fixture(scope="module")
def district(empty_stack: Stack) -> Stack:
    build()
    Mandate.objects.filter(person__username="budi").exclude(office__role="camat").update(until="2024-01-01")
    return empty_stack


@pytest.fixture(params=[True, False], ids=["with-javascript", "without"])
def phone(request: pytest.FixtureRequest, district: Stack, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(base_url=district.url, locale="id-ID", java_script_enabled=request.param, **PHONE)
    context.add_cookies([{"name": "sessionid", "value": district.session_of("budi"), "url": district.url}])
    yield context.new_page()
    context.close()


def approved() -> int:
    return Assignment.objects.filter(office__role="camat", state="approved").count()


def choose_all_but_one(page: Page) -> None:
    page.get_by_role("link", name="Pilih semua 12 siap").click()
    expect(page.locator("input[name=tugas]:checked")).to_have_count(12)
    page.locator("summary", has_text="Keluarkan").first.click()
    page.get_by_label("Alasan dikeluarkan").first.fill("Menunggu musyawarah desa.")
    page.get_by_role("button", name="Periksa pilihan").click()
    expect(page.get_by_role("heading", name="Setujui 11 berkas")).to_be_visible()
    expect(page.get_by_role("heading", name="1 dikeluarkan")).to_be_visible()


def test_eleven_are_approved_one_left_out_two_not_ready(phone: Page, request: pytest.FixtureRequest) -> None:
    scripted = "without" not in request.node.name
    phone.goto("/")
    expect(phone.get_by_role("link", name="Perlu keputusan 14")).to_be_visible()
    if scripted:
        look(phone, "j07-tugas-saya")
    phone.get_by_role("link", name="Setujui beberapa sekaligus").click()
    expect(phone.get_by_role("heading", name="2 belum siap")).to_be_visible()
    first = phone.locator("main .rows > li").first
    expect(first).to_contain_text("Pemeriksaan lapangan")
    assert phone.locator("input[name=tugas]").count() == 12, "what is not ready cannot be selected"
    if scripted:
        look(phone, "j07-sekaligus")
    choose_all_but_one(phone)
    if scripted:
        look(phone, "j07-periksa")

    phone.get_by_role("button", name="Setujui 11").click()
    expect(phone.get_by_role("heading", name="11 disetujui, 1 dikeluarkan, 2 belum siap")).to_be_visible()
    expect(phone.get_by_text("Dapat dibatalkan sampai")).to_be_visible()
    assert approved() == 11
    if scripted:
        expect(phone.locator("time[data-countdown]")).to_contain_text("detik lagi")
        look(phone, "j07-hasil")

    phone.get_by_role("button", name="Batalkan").click()
    expect(phone.get_by_text("11 tugas kembali menunggu keputusan Anda")).to_be_visible()
    assert approved() == 0
    wait_until_quiet()
    assert JournalEntry.objects.filter(act="routes.Assignment.take_back").exists()
    phone.get_by_role("link", name="Tugas saya").first.click()
    expect(phone.get_by_text("Menunggu musyawarah desa.")).to_be_visible()


def test_what_is_narrowed_away_is_never_selected(phone: Page) -> None:
    village = Assignment.objects.filter(office__role="camat", state="open").latest("pk").region
    phone.goto(f"/tugas/sekaligus/?tempat={village.pk}&pilih=semua")
    assert phone.locator("input[name=tugas]:checked").count() == 1
