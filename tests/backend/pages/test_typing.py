"""Typing on a phone: nothing is lost when the page is killed, the network goes, or somebody else writes too."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from tests.backend.pages.decrees import set_up
from tests.people import person
from tests.world import World, build_world
from workflows.villages.drafting import save_draft
from workflows.villages.models import Proposal

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def world(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> World:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this very thread
    settings.MEDIA_ROOT = tmp_path
    made = build_world()
    set_up(made)
    kartika = person("kartika")
    kartika.set_password("contoh-sandi")
    kartika.save(update_fields=["password"])
    return made


@pytest.fixture
def proposal(world: World) -> Proposal:
    made = world.draft(by=world.by("kartika"))
    save_draft(made, world.by("kartika"), profile="")
    return made


@pytest.fixture
def phone(browser: Browser, world: World, live_server: LiveServer) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{live_server.url}/masuk/")
    page.get_by_label("Nama pengguna").fill("kartika")
    page.get_by_label("Kata sandi").fill("contoh-sandi")
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(f"{live_server.url}/")  # closed while it is being left, a page may never be gone
    page.close()
    yield context
    context.close()


def section(live_server: LiveServer, proposal: Proposal, slug: str = "gambaran") -> str:
    return f"{live_server.url}/usulan/{proposal.pk}/isian/{slug}/"


def profile_of(proposal: Proposal) -> str:
    return Proposal.objects.get(pk=proposal.pk).profile


def line(page: Page) -> Any:
    return page.locator(".kept")


def test_what_is_typed_reaches_the_server_and_is_there_after_the_page_was_killed(
    phone: BrowserContext, live_server: LiveServer, proposal: Proposal
) -> None:
    page = phone.new_page()
    page.goto(section(live_server, proposal))
    held: list[Route] = []
    page.route("**/isian/**", lambda asked: held.append(asked))
    page.get_by_label("Gambaran umum").fill("Contoh desa di tepi sungai")
    expect(line(page)).to_contain_text("belum terkirim")
    page.unroute("**/isian/**")
    for asked in held:
        asked.continue_()
    expect(line(page)).to_contain_text("WIB")
    page.close()
    assert profile_of(proposal) == "Contoh desa di tepi sungai"
    again = phone.new_page()
    again.goto(section(live_server, proposal))
    expect(again.get_by_label("Gambaran umum")).to_have_value("Contoh desa di tepi sungai")
    expect(line(again)).to_have_text("")


def test_without_network_it_stays_on_the_device_through_a_kill_and_a_turn_and_goes_when_there_is_one(
    phone: BrowserContext, live_server: LiveServer, proposal: Proposal
) -> None:
    page = phone.new_page()
    page.goto(section(live_server, proposal))
    phone.set_offline(True)
    page.get_by_label("Gambaran umum").fill("Ditulis tanpa jaringan")
    expect(line(page)).to_contain_text("Tersimpan di HP ini")
    page.get_by_role("button", name="Simpan & lanjut").click()
    expect(line(page)).to_contain_text("Jaringan terputus")
    page.set_viewport_size({"width": 740, "height": 360})
    expect(page.get_by_label("Gambaran umum")).to_have_value("Ditulis tanpa jaringan")
    page.close()
    assert profile_of(proposal) == ""
    phone.set_offline(False)
    again = phone.new_page()
    again.goto(section(live_server, proposal))
    expect(again.get_by_label("Gambaran umum")).to_have_value("Ditulis tanpa jaringan")
    expect(line(again)).to_contain_text("WIB")
    assert profile_of(proposal) == "Ditulis tanpa jaringan"
    again.get_by_role("button", name="Simpan & lanjut").click()
    again.wait_for_url("**/isian/prasyarat/")


def test_where_somebody_else_wrote_both_texts_are_shown_and_one_is_chosen(
    phone: BrowserContext, live_server: LiveServer, world: World, proposal: Proposal
) -> None:
    page = phone.new_page()
    page.goto(section(live_server, proposal))
    save_draft(proposal, world.by("kartika"), profile="Dari laptop")
    page.get_by_label("Gambaran umum").fill("Dari HP")
    expect(page.get_by_text("Dari laptop")).to_be_visible()
    assert profile_of(proposal) == "Dari laptop"
    page.get_by_role("button", name="Pakai teks ini").click()
    expect(page.get_by_label("Gambaran umum")).to_have_value("Dari laptop")
    page.get_by_role("button", name="Selesai memilih").click()
    expect(line(page)).to_contain_text("WIB")
    assert profile_of(proposal) == "Dari laptop"


def test_a_new_decree_is_at_the_server_before_it_is_sent_and_a_reload_goes_on_with_it(
    phone: BrowserContext, live_server: LiveServer
) -> None:
    page = phone.new_page()
    page.goto(f"{live_server.url}/keputusan/baru/")
    page.get_by_label("Diktum").fill("Menetapkan contoh.")
    expect(line(page)).to_contain_text("Tulis dulu tentang apa")
    page.get_by_label("Tentang").fill("Contoh keputusan baru")
    expect(line(page)).to_contain_text("WIB")
    assert page.url.endswith("/naskah/")
    page.reload()
    expect(page.get_by_label("Tentang")).to_have_value("Contoh keputusan baru")
    expect(page.get_by_label("Diktum")).to_have_value("Menetapkan contoh.")
    page.get_by_role("button", name="Simpan konsep").click()
    page.get_by_role("heading", name="Daftar desa/kelurahan").wait_for()


def test_logging_out_anywhere_clears_the_device(phone: BrowserContext, live_server: LiveServer, proposal: Proposal) -> None:
    page = phone.new_page()
    page.route("**/isian/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.goto(section(live_server, proposal))
    page.get_by_label("Gambaran umum").fill("Rahasia")
    expect(line(page)).to_contain_text("Tersimpan di HP ini")
    page.goto(live_server.url)
    assert len(page.evaluate("Object.keys(localStorage)")) == 1
    page.locator("summary", has_text="Menu").click()
    page.get_by_role("button", name="Keluar").click()
    page.wait_for_url("**/masuk/**")
    page.goto(f"{live_server.url}/masuk/")
    assert page.evaluate("Object.keys(localStorage)") == []


def large_photo() -> bytes:
    """A noisy picture, as cameras make them, with its place noted."""
    exif, out = Image.Exif(), BytesIO()
    exif.get_ifd(0x8825)[1] = "S"
    Image.effect_noise((2400, 1800), 60).convert("RGB").save(out, "JPEG", quality=92, exif=exif)
    return out.getvalue()


def test_photos_leave_the_phone_small_and_are_sent_again_without_doubles(
    phone: BrowserContext, live_server: LiveServer, proposal: Proposal, tmp_path: Path
) -> None:
    taken = tmp_path / "kegiatan.jpg"
    taken.write_bytes(large_photo())
    page = phone.new_page()
    page.goto(section(live_server, proposal, "foto"))
    page.get_by_label("Berkas").set_input_files([taken])
    expect(page.locator("div.sending")).to_contain_text("→")
    page.route("**/isian/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.get_by_role("button", name="Unggah").click()
    expect(page.get_by_text("Jaringan terputus")).to_be_visible()
    page.unroute("**/isian/**")
    page.get_by_role("button", name="Coba lagi").click()
    page.locator(".shots li").wait_for()
    [kept] = proposal.file.evidence.filter(kind="photo")
    assert kept.attachment.size <= 300_000
    assert max(Image.open(kept.attachment.file_path).size) <= 1600
