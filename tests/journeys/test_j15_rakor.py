"""J15: a rakor from its plan to the draft of its record, with a wall that survives a lost network.

Hadi of the agency runs it. The heads of two villages and the health agency scan the code of the room, the Camat is ticked by
name; the hall sees the quorum come, go and come back, two decisions, a correction, and no name of who disagreed.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django import DjangoDbBlocker

from tests.evaluation_world import known
from tests.journeys.looking import DESKTOP, PHONE, look, network, thumbs
from tests.journeys.stack import Stack
from tests.pictures import photo_of_a_phone
from tests.rakor_world import RakorWorld, build_rakor_world
from tests.workflows.evaluations.vectors import V2, V3
from workflows.evaluations import computing
from workflows.meetings.models import Rakor

pytestmark = pytest.mark.nightly

AT_ONCE = 5_000
"""Milliseconds in which the wall has to follow: it asks every two seconds, on a machine that may be busy."""
Enter = Callable[..., Page]


@pytest.fixture
def world(empty_stack: Stack, django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch) -> RakorWorld:
    """Two evaluations are accepted, one village has not answered."""
    monkeypatch.setattr(computing, "facts_on", known(V2, V3))
    with django_db_blocker.unblock():
        made = build_rakor_world()
        made.round_at_rakor()
        return made


@pytest.fixture
def enter(empty_stack: Stack, world: RakorWorld, browser: Browser) -> Iterator[Enter]:
    contexts: list[BrowserContext] = []

    def entered(username: str, device: dict[str, Any] = DESKTOP, path: str = "/") -> Page:
        context = browser.new_context(base_url=empty_stack.url, locale="id-ID", **device)
        contexts.append(context)
        context.add_cookies([{"name": "sessionid", "value": empty_stack.session_of(username), "url": empty_stack.url}])
        page = context.new_page()
        page.goto(path)
        return page

    yield entered
    for context in contexts:
        context.close()


def test_a_rakor_from_its_plan_to_its_record(enter: Enter, world: RakorWorld) -> None:
    page = enter("hadi", DESKTOP, "/tahun-ini/")
    page.get_by_role("link", name="Rakor", exact=True).click()
    planned(page)
    rakor = Rakor.objects.get()
    invited(page, rakor)
    answered(enter, page, rakor)
    page.get_by_role("button", name="Buka rakor").click()
    page.get_by_text("berlangsung").first.wait_for()
    wall = page.context.new_page()
    wall.goto(f"/rakor/{rakor.pk}/layar/")
    come_in(enter, page, wall, rakor)
    turned(page, wall, rakor)
    decided(page, wall, rakor)
    leave_and_come_back(page, wall, rakor)
    without_network(page, wall, rakor)
    private(wall)
    look(wall, "rakor-layar")
    ended(page, rakor)


def planned(page: Page) -> None:
    """The agenda begins with what is open."""
    page.get_by_role("link", name="Rencanakan rakor").click()
    expect(page.get_by_label("Acara")).to_have_value(re.compile(r"penetapan kelas 2 Kampung KB\nKampung KB yang belum mengisi"))
    look(page, "rakor-rencana")
    page.get_by_label("Tanggal").fill("2024-03-04")
    page.get_by_label("Mulai pukul").fill("08:30")
    page.get_by_label("Tempat").fill("Aula Contoh")
    chair = page.get_by_label("Pimpinan rapat")
    chair.select_option(chair.locator("option", has_text="Sekretaris Daerah").first.get_attribute("value"))
    page.get_by_label("Notulis", exact=False).first.select_option(index=0)
    page.get_by_label("Nama notulis tanpa akun").fill("Contoh Notulis")
    page.get_by_role("button", name="Simpan rencana").click()
    page.get_by_text("direncanakan").first.wait_for()


def invited(page: Page, rakor: Rakor) -> None:
    """Who will be called is seen before; the words for a group can be copied; the letter begins with all of them."""
    page.get_by_role("navigation", name="Bagian rakor").get_by_role("link", name="Undangan").click()
    page.get_by_role("heading", name="8 undangan").wait_for()
    expect(page.get_by_label(re.compile("Salin ke grup"))).to_have_value(re.compile("Pukul: 08.30 WIB"))
    look(page, "rakor-undangan")
    page.get_by_role("button", name="Kirim undangan").click()
    page.get_by_text("undangan dikirim").first.wait_for()
    page.get_by_role("button", name="Buat undangan").click()
    expect(page.get_by_label("Yth.")).to_have_value(re.compile("Camat"))
    page.goto(f"/rakor/{rakor.pk}/")


def answered(enter: Enter, page: Page, rakor: Rakor) -> None:
    """By telephone: one comes, one sends somebody; the organiser writes down what a third one said, and sees what to expect."""
    phone = enter("eko", PHONE, f"/rakor/{rakor.pk}/")
    phone.get_by_role("button", name="Hadir", exact=True).click()
    phone.get_by_text("akan hadir").wait_for()
    phone = enter("lala", PHONE, f"/rakor/{rakor.pk}/")
    look(phone, "rakor-jawab")
    thumbs(phone, "rakor-jawab")
    phone.get_by_text("Diwakili", exact=True).click()
    phone.get_by_label("Nama wakil").fill("Contoh Sekretaris Dinas")
    thumbs(phone, "rakor-jawab-wakil")
    look(phone, "rakor-jawab-wakil")
    phone.get_by_role("button", name="Kirim: diwakili").click()
    phone.get_by_text("oleh Contoh Sekretaris Dinas").wait_for()
    look(phone, "rakor-jawaban-saya")
    page.goto(f"/rakor/{rakor.pk}/kehadiran/")
    camat = page.locator("li", has=page.get_by_role("heading", name="Camat Contoh Hilir"))
    camat.get_by_text("Catat jawaban").click()
    expect(camat.get_by_label("Alasan singkat")).to_be_hidden()
    camat.get_by_label("Berhalangan hadir").check()
    camat.get_by_label("Alasan singkat").fill("Contoh rapat di provinsi")
    look(page, "rakor-catat-jawaban")
    camat.get_by_role("button", name="Simpan jawaban").click()
    camat.get_by_text("dicatat panitia (Contoh Hadi)").wait_for()
    look(page, "rakor-jawaban")
    page.goto(f"/rakor/{rakor.pk}/")
    look(page, "rakor-jawaban-ringkas")


def come_in(enter: Enter, page: Page, wall: Page, rakor: Rakor) -> None:
    quorum = wall.locator(".quorum")
    expect(quorum).to_contain_text("Hadir 0 dari 8")
    page.goto(f"/rakor/{rakor.pk}/kode/")
    page.locator(".room-code svg").wait_for()
    look(page, "rakor-kode")
    for number, login in enumerate(("fitri", "eko", "lala"), 1):
        phone = enter(login, PHONE, f"/rakor/{rakor.pk}/hadir/{rakor.code}/")
        phone.get_by_role("button", name="Saya hadir").click()
        phone.get_by_text("tercatat pukul").wait_for()
        expect(quorum).to_contain_text(f"Hadir {number} dari 8", timeout=AT_ONCE)
        if login == "lala":
            look(phone, "rakor-hadir")
    expect(quorum).to_have_class(re.compile("missed"))
    page.goto(f"/rakor/{rakor.pk}/kehadiran/")
    page.get_by_role("button", name=re.compile("Hadir: Camat")).click()
    expect(quorum).to_contain_text("Hadir 4 dari 8", timeout=AT_ONCE)
    expect(quorum).to_have_class(re.compile("met"))
    look(page, "rakor-kehadiran")


def decided(page: Page, wall: Page, rakor: Rakor) -> None:
    """Looked at before it stands; one with dissent; a slip is put right in the open."""
    page.goto(f"/rakor/{rakor.pk}/evaluasi/")
    by_class = page.get_by_role("columnheader", name="Hasil hitungan")
    by_class.get_by_role("link").click()
    expect(by_class).to_have_attribute("aria-sort", "ascending")
    page.locator("details.why summary").first.click()
    look(page, "rakor-evaluasi")
    page.goto(f"/rakor/{rakor.pk}/keputusan/?jenis=confirm_class")
    page.get_by_role("button", name="Lihat akibatnya").click()
    page.get_by_text("Akan tercatat").wait_for()
    expect(page.locator("#akibat")).to_contain_text("Berkelanjutan")
    look(page, "rakor-keputusan")
    page.get_by_role("button", name="Catat keputusan").click()
    expect(wall.locator(".newest")).to_contain_text("ditetapkan sesuai hasil hitungan", timeout=AT_ONCE)
    page.goto(f"/rakor/{rakor.pk}/keputusan/?jenis=other")
    page.get_by_label("Bunyi keputusan").fill("Rapat berikutnya bulan Mie.")
    page.get_by_text("Suara dan pendapat berbeda").click()
    page.get_by_label("Setuju", exact=False).first.fill("3")
    page.get_by_label("Tidak setuju", exact=False).fill("1")
    page.get_by_label("Pendapat berbeda").fill("Contoh Dinas Kesehatan | waktunya terlalu dekat")
    page.get_by_role("button", name="Lihat akibatnya").click()
    page.get_by_role("button", name="Catat keputusan").click()
    expect(wall.locator(".newest")).to_contain_text("bulan Mie", timeout=AT_ONCE)
    page.get_by_role("link", name="Perbaiki keputusan 2").click()
    page.get_by_label("Apa yang diperbaiki").fill("salah ketik")
    page.get_by_label("Bunyi keputusan").fill("Rapat berikutnya bulan Mei.")
    page.get_by_role("button", name="Lihat akibatnya").click()
    page.get_by_role("button", name="Catat keputusan").click()
    expect(wall.locator(".newest")).to_contain_text("Perbaikan.", timeout=AT_ONCE)
    expect(wall.locator(".newest s")).to_contain_text("bulan Mie")


def turned(page: Page, wall: Page, rakor: Rakor) -> None:
    """The arrow keys turn the wall to the next item and back; the page of decisions has buttons for it."""
    wall.keyboard.press("ArrowRight")
    expect(wall.locator(".now")).to_contain_text("Acara 2 dari", timeout=AT_ONCE)
    wall.keyboard.press("ArrowLeft")
    expect(wall.locator(".now")).to_contain_text("Acara 1 dari", timeout=AT_ONCE)
    page.goto(f"/rakor/{rakor.pk}/keputusan/")
    page.get_by_role("button", name="Acara berikutnya").click()
    expect(wall.locator(".now")).to_contain_text("Acara 2 dari", timeout=AT_ONCE)


def leave_and_come_back(page: Page, wall: Page, rakor: Rakor) -> None:
    """The quorum line turns red and back."""
    quorum = wall.locator(".quorum")
    page.goto(f"/rakor/{rakor.pk}/kehadiran/")
    page.get_by_role("button", name=re.compile("Pulang: Camat")).click()
    expect(quorum).to_have_class(re.compile("missed"), timeout=AT_ONCE)
    page.get_by_role("button", name=re.compile("Hadir: Camat")).click()
    expect(quorum).to_have_class(re.compile("met"), timeout=AT_ONCE)


def without_network(page: Page, wall: Page, rakor: Rakor) -> None:
    """The wall keeps what it showed, says how old it is, and goes on when the network is back."""
    session = network(wall, offline=True)
    expect(wall.locator("#lama")).to_contain_text(re.compile(r"data pukul \d\d\.\d\d"), timeout=3 * AT_ONCE)
    expect(wall.locator(".newest")).to_contain_text("bulan Mei")
    page.goto(f"/rakor/{rakor.pk}/keputusan/?jenis=other")
    page.get_by_label("Bunyi keputusan").fill("Laporan triwulan dikirim tepat waktu.")
    page.get_by_role("button", name="Lihat akibatnya").click()
    page.get_by_role("button", name="Catat keputusan").click()
    page.get_by_role("heading", name=re.compile("Keputusan 4")).wait_for()
    expect(wall.locator(".newest")).not_to_contain_text("triwulan")
    session.detach()
    network(wall)
    expect(wall.locator(".newest")).to_contain_text("triwulan", timeout=3 * AT_ONCE)
    expect(wall.locator("#lama")).to_be_hidden()


def private(wall: Page) -> None:
    """No control, no dissenter, no telephone number."""
    assert wall.locator("button, a, form, input").count() == 0
    assert not re.search(r"\+?62\d{6,}|08\d{6,}|terlalu dekat", wall.locator("body").inner_text())


def ended(page: Page, rakor: Rakor) -> None:
    """The draft of the record has who came, what was decided, who disagreed, what was corrected, and the classes."""
    page.goto(f"/rakor/{rakor.pk}/")
    page.get_by_label("Foto atau pindaian lembar").set_input_files(
        {"name": "daftar.jpg", "mimeType": "image/jpeg", "buffer": photo_of_a_phone()}
    )
    page.get_by_role("button", name="Lampirkan lembar").click()
    page.get_by_role("link", name=re.compile("daftar")).wait_for()
    look(page, "rakor-berlangsung")
    page.get_by_role("button", name="Akhiri rakor dan susun berita acara").click()
    page.get_by_text("Konsep berita acara sudah memuat").wait_for()
    sheet = page.locator(".sheet .paper")
    for words in ("4 (empat) dari 8 (delapan)", "Perbaikan. Semula", "waktunya terlalu dekat", "KELAS KAMPUNG KB YANG DITETAPKAN",
                  "Berkelanjutan", "Laporan triwulan"):  # fmt: skip
        expect(sheet).to_contain_text(words)
    look(page, "rakor-berita-acara")
