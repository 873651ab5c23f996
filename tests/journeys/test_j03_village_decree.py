"""J3 · The village makes its decree on a phone: from the task to ink on paper, a photo that somebody compares, and in force."""

import re
from io import BytesIO
from os import urandom

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.conftest import Enter
from tests.journeys.looking import PHONE, look
from tests.journeys.stack import Stack
from worker.quiet import wait_until_quiet
from workflows.core.clock import today
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment

pytestmark = pytest.mark.nightly

VILLAGE = "61.12.05.2013"
ASKED = "Penetapan Kampung Keluarga Berkualitas di Kabupaten Kubu Raya Tahun 2024"
SUBJECT = "Pembentukan Kelompok Kerja Kampung Keluarga Berkualitas Desa Sumber Agung"
FROM_A_CHAT = "[22/11/26 14.02] Contoh Pengirim: Contoh Bendahara Pokja - 0812-3456-7890 - Bendahara - TP PKK"
CHAIR, TREASURER, LAST = "Contoh Ketua Pokja", "Contoh Bendahara Pokja", "Contoh Warga 11"
DRAFTER, COLLEAGUE, SECRETARY, HEAD = (f"kubu-raya.{who}.{VILLAGE}" for who in ("staf-desa", "staf-desa-dua", "sekdes", "kades"))


def test_from_the_task_to_a_decree_in_force(stack: Stack, enter: Enter) -> None:
    page = began_once(enter)
    page = fill_in_the_roster(page)
    read_the_draft(page)
    hand_in(page)
    sign_with_ink(page, enter)
    photograph_and_compare(page, enter)
    see_what_became_of_it(enter)


def began_once(enter: Enter) -> Page:
    """Two taps on the task's button make one decree."""
    page = enter(DRAFTER, PHONE)
    page.get_by_role("link", name=f"Siapkan keputusan Pokja {ASKED}").click()
    look(page, "j03-tugas")
    page.get_by_role("button", name="Siapkan keputusan Pokja").dblclick()
    page.get_by_role("heading", name="Susunan Pokja Sumber Agung").wait_for()
    assert Decree.objects.filter(subject=SUBJECT).count() == 1
    return page


def fill_in_the_roster(page: Page) -> Page:
    """One by hand, one out of a chat, the others before the phone is turned, loses its network and its browser."""
    page.get_by_label("Nama").first.fill(CHAIR)
    page.get_by_text("Tempel dari WhatsApp").first.click()
    page.get_by_role("textbox", name="Tempel dari WhatsApp").fill(FROM_A_CHAT)
    expect(page.locator(".kept")).to_contain_text(re.compile(r"^Tersimpan \d"))
    page.get_by_role("button", name="Masukkan ke daftar").click()
    expect(page.locator(".banner.done")).to_contain_text(f"1 orang dimasukkan: {TREASURER}")
    assert names(page)[:3] == [CHAIR, "", TREASURER]
    look(page, "j03-susunan")
    page.set_viewport_size({"width": 740, "height": 360})
    page.context.set_offline(True)
    for number, field in enumerate(page.locator(".member input[name$='.name']").all(), 1):
        if not field.input_value():
            field.fill(f"Contoh Warga {number}")
    expect(page.locator(".kept")).to_contain_text("Tersimpan di HP ini")
    return save_on_another_page(page)


def save_on_another_page(page: Page) -> Page:
    address, context = page.url, page.context
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_label("Nama").last).to_have_value(LAST)
    assert names(page)[:3] == [CHAIR, "Contoh Warga 2", TREASURER]
    page.get_by_role("button", name="Simpan susunan").click()
    page.get_by_role("heading", level=1, name=SUBJECT).wait_for()
    return page


def names(page: Page) -> list[str]:
    return [field.input_value() for field in page.locator(".member input[name$='.name']").all()]


def read_the_draft(page: Page) -> None:
    """The sheet, and the same as a PDF that cannot be taken for the decree."""
    sheet = page.locator(".sheet")
    for clause in ("Menimbang", "531 TAHUN 2024", "Mengingat", "Undang-Undang Nomor 6 Tahun 2014", "MEMUTUSKAN", "KESATU", LAST):
        expect(sheet.get_by_text(clause).first).to_be_visible()
    look(page, "j03-naskah")
    address = page.get_by_role("link", name="Unduh KONSEP").get_attribute("href")
    pages = pages_of(page.request.get(address or "").body())
    assert all("KONSEP" in text for text in pages)
    assert not any(re.search(r"/v/\w", text) for text in pages)


def pages_of(pdf: bytes) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def hand_in(page: Page) -> None:
    page.locator(".bar").get_by_role("button", name="Ajukan").dblclick()
    waiting = page.locator("p.waiting")
    expect(waiting).to_contain_text("Menunggu Sekretaris Desa Sumber Agung")
    expect(waiting).to_contain_text(re.compile(r"tenggat \d+ \w+ \d{4}"))
    look(page, "j03-diajukan")
    assert Assignment.objects.filter(file__title=SUBJECT, kind="paraf").count() == 1


def sign_with_ink(page: Page, enter: Enter) -> None:
    """The secretary's paraf; the paper without number and date; the day beside the ink; the number of the village's book."""
    secretary = enter(SECRETARY, PHONE)
    decide(open_task(secretary, "Paraf"))
    wait_until_quiet()
    open_task(page, "Cetak untuk ditandatangani basah")
    look(page, "j03-cetak")
    page.locator(".bar").get_by_role("link", name="Cetak naskahnya").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Buat PDF untuk dicetak").click()
    assert "CONTOH KEPALA DESA SUMBER AGUNG" in "".join(pages_of(download.value.path().read_bytes()))
    day = today("Asia/Pontianak")
    open_task(page, "Cetak untuk ditandatangani basah").get_by_label("Tanggal pada tanda tangan").fill(day.isoformat())
    decide(page)
    open_task(secretary, "Beri nomor").get_by_label("Nomor dari buku kantor").fill(f"9 TAHUN {day.year}")
    decide(secretary)


def photograph_and_compare(page: Page, enter: Enter) -> None:
    open_task(page, "Unggah pindaian").get_by_label("Pindaian naskah bertanda tangan").set_input_files(photo())
    expect(page.locator(".sending").first).to_contain_text(re.compile(r"MB → \d+ KB"))
    look(page, "j03-pindaian")
    decide(page)
    colleague = open_task(enter(COLLEAGUE, PHONE), "Cocokkan pindaian")
    colleague.get_by_role("link", name="Buka pindaian yang dicocokkan").click()
    expect(colleague.get_by_role("region", name="Gambar").get_by_role("img")).to_be_visible()
    colleague.go_back()
    look(colleague, "j03-cocokkan")
    decide(colleague)
    expect(colleague.locator("main .badge")).to_contain_text("berlaku")


def photo() -> dict[str, str | bytes]:
    """As a phone takes it: some megabytes."""
    image, written = Image.frombytes("RGB", (750, 1000), urandom(750 * 1000 * 3)).resize((2250, 3000)), BytesIO()
    image.save(written, "JPEG", quality=92)
    return {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": written.getvalue()}


def open_task(page: Page, kind: str) -> Page:
    """The task of this kind, from *Tugas saya*."""
    page.goto("/")
    page.locator("main .rows > li", has_text=kind).get_by_role("link", name="Tinjau").click()
    page.locator(".bar .main").wait_for()
    return page


def decide(page: Page) -> None:
    page.locator(".bar .main").click()
    page.get_by_role("heading", name="Tercatat").wait_for()


def see_what_became_of_it(enter: Enter) -> None:
    """The head has nothing left to do; the village's page and the public check tell of the decree."""
    page = enter(HEAD, PHONE)
    expect(page.get_by_text("Tidak ada yang menunggu keputusan Anda.")).to_be_visible()
    page.goto("/cari/?q=Sumber+Agung")
    page.locator("main a[href^='/desa/']").first.click()
    expect(page.locator("main .badge").first).to_contain_text("aktif")
    for known in (CHAIR, TREASURER, LAST):
        expect(page.get_by_role("region", name="Susunan Pokja").get_by_text(known)).to_be_visible()
    look(page, "j03-desa")
    page.locator("#fakta ~ dl").get_by_role("link", name=re.compile("^9 TAHUN")).first.click()
    page.get_by_role("link", name="Cek keaslian", exact=True).click()
    expect(page.locator(".verdict")).to_contain_text("Berlaku", ignore_case=True)
