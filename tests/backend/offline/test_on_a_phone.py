"""Sections and photos on a phone without a signal, against two sections that keep the contract (`pages.py`)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.backend.offline.pages import SECTIONS
from tests.phone import Phone
from tests.pictures import photo_of_a_phone

Session = Callable[[str], str]
PHOTO = {"mimeType": "image/jpeg", "buffer": photo_of_a_phone()}


def section(page: Page, number: int) -> Locator:
    return page.locator(f"#bagian-{number}")


def line(page: Page, number: int) -> Locator:
    return section(page, number).locator("> .told")


def amount(page: Page, number: int) -> Locator:
    return page.get_by_label(f"Jumlah kegiatan {number}")


def prepared(phone: Phone) -> Page:
    page = phone.open("/contoh/")
    page.get_by_role("button", name="Siapkan untuk luring").click()
    expect(page.get_by_text("Siap dipakai tanpa sinyal")).to_be_visible()
    return page


def test_what_is_done_without_a_signal_outlives_a_kill_and_is_sent_once(phone: Phone) -> None:
    page = prepared(phone)
    phone.offline()
    amount(page, 2).fill("12")
    expect(line(page, 2)).to_contain_text("belum terkirim")
    page.get_by_label("Foto bagian 5").set_input_files([{"name": f"{n}.jpg", **PHOTO} for n in range(2)])
    expect(page.get_by_text("2 foto menunggu sinyal", exact=True)).to_be_visible()
    phone.kill()
    page = phone.open("/contoh/")
    phone.offline()
    expect(amount(page, 2)).to_have_value("12")
    expect(line(page, 2)).to_contain_text("Tersimpan di HP ini")
    expect(page.get_by_text("2 foto menunggu sinyal", exact=True)).to_be_visible()
    section(page, 2).get_by_text("Belum ada").click()
    expect(line(page, 2)).to_contain_text("belum terkirim")
    assert (SECTIONS[2].version, SECTIONS[5].photos) == (0, {})
    phone.offline(False)
    expect(line(page, 2)).to_contain_text("Terkirim")
    expect(page.get_by_text("2 foto terkirim")).to_be_visible()
    assert SECTIONS[2].fields == {"jumlah": "12", "papan": "belum"}
    assert len(SECTIONS[2].answered) == SECTIONS[2].version
    assert len(SECTIONS[5].photos) == 2
    assert all(0 < size <= 250_000 for size in SECTIONS[5].photos.values())
    expect(page.locator("[data-progress]")).to_have_text("1 dari 2 bagian lengkap")


def test_two_answers_are_both_shown_and_one_is_chosen(phone: Phone) -> None:
    page = phone.open("/contoh/")
    phone.offline()
    amount(page, 5).fill("7")
    section(page, 5).get_by_text("Belum ada").click()
    SECTIONS[5].write("Contoh Anggota Pokja", jumlah="9", papan="ya")
    phone.offline(False)
    screen = page.get_by_role("region", name="Contoh Anggota Pokja juga mengisi bagian ini")
    expect(screen).to_contain_text("Isian Contoh Anggota Pokja,")
    expect(screen.get_by_role("group", name="Ada papan data 5?")).to_contain_text("Belum ada")
    assert SECTIONS[5].fields["jumlah"] == "9", "nothing is written before the choice"
    screen.get_by_role("button", name="Kirim pilihan saya").click()
    expect(screen).to_contain_text("Pilih dulu untuk 2 pertanyaan lagi.")
    screen.get_by_role("group", name="Jumlah kegiatan 5").get_by_label("Isian Anda").check()
    screen.get_by_role("group", name="Ada papan data 5?").get_by_label("Isian Contoh Anggota").check()
    screen.get_by_role("button", name="Kirim pilihan saya").click()
    expect(line(page, 5)).to_contain_text("Terkirim")
    expect(screen).not_to_be_visible()
    assert (SECTIONS[5].version, SECTIONS[5].fields) == (2, {"jumlah": "7", "papan": "ya"})


def test_what_the_server_refuses_is_said_at_its_field(phone: Phone) -> None:
    page = phone.open("/contoh/")
    amount(page, 2).fill("dua belas")
    section(page, 2).get_by_role("button", name="Simpan").click()
    expect(section(page, 2).locator(".field").first).to_contain_text("Tulis dengan angka.")
    expect(line(page, 2)).to_contain_text("belum terkirim · ada yang perlu diperbaiki")
    amount(page, 2).fill("12")
    section(page, 2).get_by_role("button", name="Simpan").click()
    expect(line(page, 2)).to_contain_text("Terkirim")
    expect(page.get_by_text("Tulis dengan angka.")).not_to_be_visible()


def test_a_login_that_ended_keeps_everything_until_the_same_person_is_back(phone: Phone, session: Session) -> None:
    page = prepared(phone)
    own = phone.session
    phone.log_in("gone")
    amount(page, 2).fill("12")
    amount(page, 2).blur()
    expect(line(page, 2)).to_contain_text("masuk lagi dengan akun yang sama")
    assert SECTIONS[2].tries == 0
    phone.log_in(session("budi"))
    other = phone.open("/contoh/")
    expect(other.locator(".whereabouts")).to_have_text("Tidak ada yang menunggu dikirim.")
    expect(amount(other, 2)).to_have_value("")
    page.reload()
    assert SECTIONS[2].tries == 0, "another person's login never sends it"
    phone.offline()
    other.goto("/contoh/", wait_until="commit")
    expect(other.get_by_role("heading", name="Anda sedang luring")).to_be_visible()
    phone.offline(False)
    phone.log_in(own)
    other.goto("/contoh/")
    expect(amount(other, 2)).to_have_value("12")
    expect(line(other, 2)).to_contain_text("Terkirim")
    assert SECTIONS[2].fields["jumlah"] == "12"


def test_logging_out_asks_about_unsent_work_and_leaves_nothing(phone: Phone) -> None:
    page = prepared(phone)
    phone.offline()
    amount(page, 2).fill("12")
    expect(line(page, 2)).to_contain_text("belum terkirim")
    page.reload()
    page.get_by_text("Menu").first.click()
    page.get_by_role("button", name="Keluar").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("1 bagian dan 0 foto")
    dialog.get_by_role("button", name="Jangan keluar").click()
    expect(amount(page, 2)).to_have_value("12")
    page.get_by_role("button", name="Keluar", exact=True).click()
    phone.offline(False)
    dialog.get_by_role("button", name="Keluar dan hapus").click()
    page.wait_for_url("**/masuk/**")
    kept = """async () => [await caches.keys(), (await indexedDB.databases()).length, localStorage.length]"""
    names, databases, flags = page.evaluate(kept)
    assert not [name for name in names if name.startswith("siklus-isian-")]
    assert (databases, flags) == (0, 0)


@contextmanager
def late(page: Page, module: str) -> Iterator[None]:
    """What is done within is done before the module has come over a slow line."""
    coming: list[Route] = []
    page.route(f"**/js/offline/{module}.js*", lambda route: coming.append(route))
    yield
    for route in coming:
        route.continue_()
    page.unroute(f"**/js/offline/{module}.js*")


def refused(phone: Phone) -> Page:
    """A page on which something is only on this phone: the server took it not."""
    page = phone.open("/contoh/")
    amount(page, 2).fill("dua belas")
    section(page, 2).get_by_role("button", name="Simpan").click()
    expect(line(page, 2)).to_contain_text("ada yang perlu diperbaiki")
    return page


def test_who_logs_out_before_the_module_that_asks_has_come_is_asked_all_the_same(phone: Phone) -> None:
    page = refused(phone)
    with late(page, "leave"):
        page.goto("/contoh/")
        page.get_by_text("Menu").first.click()
        page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_role("dialog")).to_contain_text("1 bagian dan 0 foto")


def test_handing_in_waits_for_what_is_only_here_although_the_rest_of_the_page_has_not_come(phone: Phone) -> None:
    page = refused(phone)
    with late(page, "overview"):
        page.goto("/contoh/")
        expect(line(page, 2)).to_contain_text("ada yang perlu diperbaiki")
        page.get_by_role("button", name="Ajukan").click()
        expect(page.get_by_text("Masih ada 1 isian atau foto yang hanya tersimpan di HP ini")).to_be_visible()


def test_a_photo_that_is_chosen_before_its_module_has_come_is_sent_all_the_same(phone: Phone) -> None:
    page = phone.open("about:blank")
    with late(page, "photos"):
        page.goto("/contoh/")
        page.get_by_label("Foto bagian 5").set_input_files({"name": "awal.jpg", **PHOTO})
    expect(page.get_by_text("1 foto terkirim")).to_be_visible()
    assert len(SECTIONS[5].photos) == 1


SLOW_CACHES = """
const open = CacheStorage.prototype.open, pause = () => new Promise((go) => setTimeout(go, 1000));
CacheStorage.prototype.open = async function (...given) { await pause(); return open.apply(this, given); };"""


def test_the_button_that_prepares_is_not_shown_before_it_does_so(phone: Phone) -> None:
    page = phone.open("about:blank")
    page.add_init_script(SLOW_CACHES)
    page.goto("/contoh/")
    page.get_by_role("button", name="Siapkan untuk luring").click()
    expect(page.get_by_text("Siap dipakai tanpa sinyal")).to_be_visible()


FILLING_UP = """
navigator.storage.estimate = async () => ({ quota: 20e6, usage: 12e6 });
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...given) {
  if (globalThis.full) throw new DOMException("full", "QuotaExceededError");
  return put.apply(this, given);
};"""
"""A phone with 8 MB left, and none while `full`: Chromium enforces no quota of a test's, and tells pages 10 GB whatever is left."""


@pytest.mark.nightly
def test_on_a_full_phone_it_is_said_and_nothing_that_was_typed_or_taken_is_lost(phone: Phone) -> None:
    page = phone.open("about:blank")
    page.add_init_script(FILLING_UP)
    page.goto("/contoh/")
    expect(page.get_by_role("button", name="Unggah")).to_have_count(0)  # what takes the photos is there
    phone.offline()
    amount(page, 2).fill("12")
    expect(line(page, 2)).to_contain_text("Ruang HP hampir penuh, tersisa 8 MB")
    page.evaluate("globalThis.full = true")
    amount(page, 5).fill("5")
    expect(line(page, 5)).to_contain_text("tidak dapat menyimpan di HP")
    section(page, 5).get_by_role("button", name="Simpan").click()
    expect(line(page, 5)).to_contain_text("jangan tutup halaman ini")
    expect(amount(page, 5)).to_have_value("5")
    page.get_by_label("Foto bagian 5").set_input_files({"name": "penuh.jpg", **PHOTO})
    expect(page.get_by_text("penuh.jpg tidak tersimpan: ruang HP penuh")).to_be_visible()
    page.evaluate("globalThis.full = false")
    section(page, 5).get_by_role("button", name="Simpan").click()
    expect(line(page, 5)).to_contain_text("belum terkirim")
    phone.offline(False)
    expect(line(page, 5)).to_contain_text("Terkirim")
    expect(line(page, 2)).to_contain_text("Terkirim")
    assert (SECTIONS[2].fields["jumlah"], SECTIONS[5].fields["jumlah"]) == ("12", "5")
    with page.expect_navigation():
        page.get_by_role("button", name="Unggah").last.click()
    assert len(SECTIONS[5].photos) == 1


NO_ROOM = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'InvalidStateError'); }"


def test_where_nothing_can_be_kept_nothing_holds_handing_in_back(phone: Phone) -> None:
    page = phone.open("about:blank")
    page.add_init_script(NO_ROOM)
    page.goto("/contoh/?ringkasan")
    with page.expect_navigation():
        page.get_by_role("button", name="Ajukan").click()


def test_where_nothing_can_be_kept_it_is_said_and_the_form_is_a_plain_one(phone: Phone) -> None:
    page = phone.open("about:blank")
    page.add_init_script(NO_ROOM)
    page.goto("/contoh/")
    expect(line(page, 2)).to_contain_text("tidak dapat menyimpan di HP")
    amount(page, 2).fill("12")
    with page.expect_navigation():
        section(page, 2).get_by_role("button", name="Simpan").click()
    assert SECTIONS[2].fields["jumlah"] == "12"
