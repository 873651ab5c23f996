"""J8 · The agency builds one decree for the villages of its regency: filtered, pasted, looked at row by row, to Excel and back."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import openpyxl
from playwright.sync_api import Download, Page, expect
from pypdf import PdfReader

from tests.journeys.conftest import Enter
from tests.journeys.looking import DESKTOP, look
from tests.journeys.stack import Stack
from workflows.core.models import JournalSubject
from workflows.decrees.models import Decree
from workflows.organisation.models import Region, RegionCode
from workflows.routes.models import Assignment

SUBJECT = "Contoh Kelompok Kerja Kampung Keluarga Berkualitas"
FILTERED, TYPING_ERROR = "61.12.01", {"Sumber Agung": "Desa Sumbr Agng"}
STRANGE = ["Entah Berantah", "18.04.04.2004", "61.12.05.2O13"]
BUSY = ["Rasau Jaya Dua", "Rasau Jaya Tiga"]
"""Villages whose own decree on their Pokja is under way."""
LATE, LEFT_OUT = ["Sumber Agung", "Tasik Malaya"], "Nipah Panjang"
F4 = (609, 935)
"""215 × 330 mm in points."""
ATTENTION = 10
"""Seconds within which what somebody asked for stands on the screen, whatever else the machine is doing."""


def test_one_decree_for_every_village_that_can_be_on_it(stack: Stack, enter: Enter, tmp_path: Path) -> None:
    page = enter("kubu-raya.operator", DESKTOP, "/keputusan/")
    begin(page)
    filter_one_district(page)
    paste_the_others(page)
    compare_with_the_dashboard(page, enter)
    remind_two_and_leave_one_out(page)
    put_in_order(page)
    to_excel_and_back(page, tmp_path)
    read_the_draft(page)
    hand_in(page)


@contextmanager
def readable_soon(page: Page, heading: str) -> Iterator[None]:
    """What is done here leads to this heading before anybody looks elsewhere."""
    began = time.monotonic()
    yield
    page.get_by_role("heading", name=heading).wait_for()
    assert time.monotonic() - began <= ATTENTION


def begin(page: Page) -> None:
    page.get_by_role("link", name="Buat keputusan").click()
    page.get_by_label("Tentang", exact=True).fill(SUBJECT)
    page.get_by_label("Menimbang").fill("bahwa kelompok kerja perlu diangkat di setiap desa;")
    for basis in page.get_by_role("group", name="Mengingat").get_by_role("checkbox").all():
        basis.check()
    page.get_by_label("Diktum").fill("Mengangkat kelompok kerja pada desa dalam Lampiran.\nBerlaku sejak tanggal ditetapkan.")
    page.get_by_label("mengangkat Pokja").check()
    page.get_by_role("button", name="Simpan konsep").click()
    page.get_by_role("heading", name="Belum ada yang tercantum").wait_for()
    look(page, "j08-daftar-kosong")


def filter_one_district(page: Page) -> None:
    page.get_by_role("combobox", name="Kecamatan").select_option(label="Sungai Raya")
    page.get_by_role("button", name="Tampilkan").click()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(22)
    page.get_by_role("button", name="Periksa lalu tambahkan").click()
    expect(page.get_by_text("22 siap · 0 belum lengkap · 0 perlu dipilih · 0 tidak dapat · 0 tidak dikenal")).to_be_visible()
    with readable_soon(page, "22 dari 22 yang tercantum lengkap"):
        page.get_by_role("button", name="Tambahkan ke daftar").click()


def villages() -> dict[str, Region]:
    """Of Kubu Raya, by their codes."""
    borne = RegionCode.objects.filter(code__startswith="61.12.", region__level="village", until=None).select_related("region")
    return {row.code: row.region for row in borne.order_by("code")}


def as_people_write(number: int, code: str, name: str) -> str:
    ways = [code, code.replace(".", ""), f"{number}. {name}", f"Desa {name.upper()}", f"{code}\t{name}"]
    return TYPING_ERROR.get(name) or ways[number % len(ways)]


def paste_the_others(page: Page) -> None:
    """A hundred and one villages in another order and in five ways of writing, with three lines that mean nothing here."""
    others = [(code, village.name) for code, village in villages().items() if not code.startswith(FILTERED)]
    lines = [as_people_write(number, code, name) for number, (code, name) in enumerate(reversed(others), 1)]
    page.get_by_label("Tempel nama atau kode").fill("\n".join([*lines, *STRANGE]))
    with readable_soon(page, "Periksa yang akan ditambahkan"):
        page.get_by_role("button", name="Periksa lalu tambahkan").click()
    expect(page.get_by_text("98 siap · 0 belum lengkap · 1 perlu dipilih · 2 tidak dapat · 3 tidak dikenal")).to_be_in_viewport()
    strange = page.get_by_role("region", name="3 baris tidak dikenal").get_by_role("listitem")
    for number, (item, line) in enumerate(zip(strange.all(), STRANGE, strict=True), len(lines) + 1):
        expect(item).to_contain_text(f"Baris {number}, “{line}”")
    expect(strange.nth(1)).to_contain_text("tidak dikenal di Kubu Raya")
    busy = page.get_by_role("region", name="2 tidak dapat ditambahkan")
    for name in BUSY:
        expect(busy).to_contain_text(f"{name}, Rasau Jaya: Sudah ada dalam konsep lain")
    look(page, "j08-periksa")
    page.get_by_label("Sumber Agung, Batu Ampar").check()
    with readable_soon(page, "121 dari 121 yang tercantum lengkap"):
        page.get_by_role("button", name="Tambahkan ke daftar").click()


def compare_with_the_dashboard(page: Page, enter: Enter) -> None:
    """As many villages in each kecamatan here as there; those that are missing are named with who could free them."""
    expect(page.get_by_text("121 dari 123 desa/kelurahan tercantum, 0 dikecualikan. 102 belum mempunyai")).to_be_visible()
    page.get_by_text("Per kecamatan").first.click()
    look(page, "j08-daftar")
    regency = Region.objects.get(codes__code="61.12", codes__until=None)
    dashboard = enter("kubu-raya.kadis", DESKTOP, f"/wilayah/{regency.pk}/")
    counted = "rows => rows.map(row => [row.cells[0].textContent, row.cells[Number(%s)].textContent])"
    here = page.locator("table tbody tr").evaluate_all(counted % "1")
    there = dashboard.locator("table tbody tr").evaluate_all(counted % "row.cells.length - 1")
    assert dict(here) == dict(there)
    page.get_by_role("button", name="Usulkan 2 desa/kelurahan yang belum tercantum").click()
    expect(page.get_by_text("Yang dapat: Kepala Desa Rasau Jaya Dua.")).to_be_visible()
    page.get_by_role("link", name="Batal").click()


def tick(page: Page, name: str) -> None:
    page.get_by_role("checkbox", name=re.compile(rf"^\d+\. {name}\b")).check()


def see_the_rows(page: Page) -> None:
    page.locator("summary", has_text="Lihat dan tandai").click()


def remind_two_and_leave_one_out(page: Page) -> None:
    address = page.url
    see_the_rows(page)
    for name in LATE:
        tick(page, name)
    page.get_by_role("button", name="Ingatkan yang ditandai").click()
    page.get_by_role("button", name="Ingatkan 2 kantor").click()
    page.get_by_role("heading", name="Catatan pengiriman").wait_for()
    reminded = JournalSubject.objects.filter(entry__act="routes.Assignment.nudge", kind="assignment").values("object_id")
    assert set(Assignment.objects.filter(pk__in=reminded).values_list("region__name", flat=True)) == set(LATE)

    page.goto(address)
    see_the_rows(page)
    tick(page, LEFT_OUT)
    page.get_by_role("button", name="Kecualikan dengan alasan").click()
    expect(page.locator(".banner.refused")).to_contain_text("Tulis mengapa desa itu dikeluarkan.")
    see_the_rows(page)
    tick(page, LEFT_OUT)
    page.get_by_label("Alasan dikecualikan").fill("Belum mempunyai keputusan desa.")
    page.get_by_role("button", name="Kecualikan dengan alasan").click()
    expect(page.get_by_role("heading", name="1 dikecualikan")).to_be_visible()
    expect(page.get_by_text(f"{LEFT_OUT}, Batu Ampar · Belum mempunyai keputusan desa.")).to_be_visible()


def listed() -> list[str]:
    rows = Decree.objects.get(subject=SUBJECT).rows.filter(struck=False).select_related("kampung__region")
    return [row.kampung.region.name for row in rows.order_by("order")]


def put_in_order(page: Page) -> None:
    page.get_by_role("button", name="Urutkan menurut kecamatan dan kode").click()
    expect(page.locator(".banner.done")).to_contain_text("Daftar berurut")
    assert listed() == [village.name for village in villages().values() if village.name not in [*BUSY, LEFT_OUT]]


def to_excel_and_back(page: Page, folder: Path) -> None:
    address, before = page.url, listed()
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh Excel").click()
    file = saved(download.value, folder)
    send(page, file)
    expect(page.get_by_role("status")).to_contain_text("Tidak ada perubahan.")

    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    sheet["F20"], sheet["G3"] = "61.12.05.2O13", "Contoh keterangan"
    book.save(file)
    page.goto(address)
    send(page, file)
    expect(page.get_by_role("alert")).to_contain_text("Baris 20, “61.12.05.2O13”")
    look(page, "j08-excel-keliru")
    sheet["F20"] = None
    book.save(file)
    page.get_by_role("link", name="Kembali ke daftar").click()
    send(page, file)
    expect(page.get_by_text("0 ditambah · 0 dihapus · 1 diubah")).to_be_visible()
    look(page, "j08-excel")
    page.get_by_role("button", name="Ganti daftarnya").click()
    expect(page.locator(".banner.done")).to_contain_text("Daftar kini seperti dalam berkas.")
    assert listed() == before


def saved(download: Download, folder: Path) -> Path:
    download.save_as(folder / download.suggested_filename)
    return folder / download.suggested_filename


def send(page: Page, file: Path) -> None:
    page.get_by_label("Berkas Excel atau CSV").set_input_files(file)
    page.get_by_role("button", name="Bandingkan").click()


def read_the_draft(page: Page) -> None:
    """On F4, every name as it was imported, the head of the annex on each of its pages."""
    page.get_by_role("link", name="Selesai, kembali ke naskah").click()
    address = page.get_by_role("link", name="Unduh KONSEP").get_attribute("href")
    pages = PdfReader(BytesIO(page.request.get(address or "").body())).pages
    assert {(round(one.mediabox.width), round(one.mediabox.height)) for one in pages} == {F4}
    annex = [text for text in (one.extract_text() for one in pages) if re.search(r"61\.12\.\d\d\.\d{4}", text)]
    assert len(annex) > 2
    assert all("KECAMATAN" in text for text in annex)
    printed = re.sub(r"\s+", " ", " ".join(annex))
    assert [name for name in listed() if name not in printed] == []


def hand_in(page: Page) -> None:
    look(page, "j08-naskah")
    began = time.monotonic()
    page.get_by_role("region", name="Tindakan").get_by_role("button", name="Ajukan").click()
    expect(page.locator("p.waiting")).to_contain_text("Menunggu Kepala Dinas", timeout=ATTENTION * 1000)
    assert time.monotonic() - began <= ATTENTION
    assert Decree.objects.get(subject=SUBJECT).state == "in_review"
