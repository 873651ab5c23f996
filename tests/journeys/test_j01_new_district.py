"""J1: somebody of the district's IT office sets an empty installation up, and brings in a messy list of villages.

It ends with the import half of J2: twenty people, by name and 08… number, without e-mail.
"""

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page

from backend.launch import commands
from backend.launch.state import CHECKOUT
from backend.scenarios.places import names_of, villages_under
from tests.backend.administration.books import book
from tests.journeys.looking import DESKTOP, look
from tests.journeys.stack import Stack
from tests.processes import environment
from workflows.organisation.models import Mandate, Person, Region
from workflows.routes.models import RouteVersion
from workflows.villages.models import KampungKB

CODES = villages_under("18.04")
HEADER = ["NO", "KODE WILAYAH", "NAMA PEKON/KEL", "KECAMATAN"]
TWICE, FOREIGN = 60, 100
"""Where in the list a village stands that stood before, and one of another district."""


@pytest.fixture
def page(empty_stack: Stack, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(base_url=empty_stack.url, locale="id-ID", **DESKTOP)
    yield context.new_page()
    context.close()


def messy(path: Path) -> Path:
    """All 136 villages, but for two wrong lines; codes with and without dots, two blank rows, one name in small letters."""
    lines: list[list[object]] = []
    for n, code in enumerate(CODES):
        shown = {TWICE: CODES[3], FOREIGN: "61.12.01.2014"}.get(n, code if n % 2 else code.replace(".", ""))
        known = names_of(CODES[3] if n == TWICE else code)
        lines.append([n + 1, shown, known["village"].lower() if n == 7 else known["village"], known["district"].upper()])
    lines[20:20], lines[90:90] = [[]], [[]]
    path.write_bytes(book(*lines, header=HEADER, title="DAFTAR PEKON DAN KELURAHAN"))
    return path


def setup_code(stack: Stack) -> str:
    """As `./siklus manage setup_code` prints it."""
    done = subprocess.run(commands.manage("setup_code"), cwd=CHECKOUT, env=environment(**stack.env), capture_output=True, text=True)
    return re.findall(r"[A-Z2-9]{5}-[A-Z2-9]{5}", done.stdout)[0]


def step(page: Page, name: str, **typed: str) -> None:
    page.get_by_role("heading", name=name, level=1).wait_for()
    for label, words in typed.items():
        page.get_by_label(label.replace("_", " ")).fill(words)
    look(page, f"mulai-{page.url.rstrip('/').rpartition('/')[2]}")
    page.get_by_role("button", name=re.compile("Simpan dan")).click()


def set_up(page: Page, stack: Stack) -> None:
    page.goto("/")
    look(page, "mulai-kode")
    page.get_by_label("Kode penyiapan").fill("SALAH-SALAH")
    page.get_by_role("button", name="Buka penyiapan").click()
    page.get_by_text("tidak cocok atau sudah dipakai").first.wait_for()
    page.get_by_label("Kode penyiapan").fill(setup_code(stack))
    page.get_by_role("button", name="Buka penyiapan").click()
    step(page, "Kabupaten/kota", Kode_kabupaten="1804")
    page.get_by_text("Kabupaten Lampung Barat, Lampung").wait_for()
    page.get_by_text("131 pekon").wait_for()
    page.get_by_text("Zona waktu WIB").wait_for()
    step(page, "Lambang dan kop")
    assert page.get_by_label("Sebutan desa", exact=True).input_value() == "Pekon"
    step(page, "Sebutan setempat")
    page.goto("/")
    step(page, "Kantor dan jabatan", Nama_OPD_KB="Dinas Contoh Keluarga Berencana")
    page.get_by_text("Pokja → PKB → Camat → OPD KB → Bagian Hukum → Sekda → Bupati").check()
    step(page, "Nomor dan tangga persetujuan")
    assert page.get_by_text("terbukti utuh").count() == 2
    assert page.get_by_label("Undang-Undang Nomor 52 Tahun 2009").is_checked()
    step(page, "Dasar hukum")
    page.get_by_label("Nama", exact=True).fill("Contoh Pengelola")
    page.get_by_label("Kata sandi", exact=True).fill("rumah-di-tepi-danau")
    page.get_by_label("Kata sandi sekali lagi").fill("rumah-di-tepi-danau")
    step(page, "Pengelola pertama")
    page.get_by_role("heading", name="Yang masih kurang").wait_for()
    look(page, "yang-masih-kurang")


def hand_in(page: Page, kind: str, path: Path) -> None:
    page.goto(f"/pengelolaan/impor/baru/{kind}/")
    page.get_by_label("Berkas").set_input_files(path)
    page.get_by_role("button", name="Unggah dan periksa").click()


def mended(content: Path, path: Path) -> Path:
    """As a person mends it: what stands in the red column is read, and the right code typed."""
    made = openpyxl.load_workbook(io.BytesIO(content.read_bytes()))
    sheet = made.active
    assert sheet is not None
    said = {n: str(words) for n in range(4, sheet.max_row + 1) if (words := sheet.cell(n, 5).value)}
    assert [re.findall(r"^B\d+", words)[0] for words in said.values()] == [f"B{line}" for line in said]
    for line, n in zip(sorted(said), (TWICE, FOREIGN), strict=True):
        sheet.cell(line, 2).value, sheet.cell(line, 3).value = CODES[n], names_of(CODES[n])["village"]
    made.save(path)
    return path


def bring_in_villages(page: Page, tmp_path: Path) -> None:
    hand_in(page, "desa", messy(tmp_path / "pekon.xlsx"))
    page.get_by_role("heading", name="Pastikan kolomnya").wait_for()
    look(page, "impor-kolom")
    page.get_by_role("button", name="Kolom sudah benar").click()
    page.get_by_text("136 baris berisi, 2 baris kosong dilewati").wait_for()
    assert " ".join(page.locator(".tally").inner_text().split()) == "134 baru · 0 berubah · 0 sama · 2 salah"
    look(page, "impor-salah")
    assert not KampungKB.objects.exists()
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh buku kerja dengan kesalahan").click()
    again = mended(Path(download.value.path()), tmp_path / "pekon-dibetulkan.xlsx")
    hand_in(page, "desa", again)
    page.get_by_role("button", name="Kolom sudah benar").click()
    look(page, "impor-pratinjau")
    page.get_by_role("button", name="Terapkan").click()
    page.get_by_role("button", name="Batalkan impor ini").wait_for()
    look(page, "impor-diterapkan")
    assert KampungKB.objects.count() == 136
    hand_in(page, "desa", again)
    page.get_by_role("button", name="Kolom sudah benar").click()
    page.get_by_role("heading", name="Tidak ada perubahan").wait_for()


def bring_in_people(page: Page, tmp_path: Path) -> None:
    """Twenty of them, without a single e-mail address."""
    lines = [[f"Contoh Peratin {n}", "S.Sos.", "Peratin", code, f"0812000000{n:02d}"] for n, code in enumerate(CODES[5:25])]
    path = tmp_path / "orang.xlsx"
    path.write_bytes(book(*lines, header=["Nama", "Gelar belakang", "Jabatan", "Kode desa", "No HP"]))
    hand_in(page, "orang", path)
    page.get_by_role("button", name="Terapkan").click()
    page.get_by_role("button", name="Batalkan impor ini").wait_for()
    assert Person.objects.filter(name__startswith="Contoh Peratin", email="").count() == 20
    page.goto("/pengelolaan/orang/?cari=Contoh+Peratin+7")
    look(page, "orang")
    page.get_by_role("link", name="Contoh Peratin 7, S.Sos.").click()
    page.get_by_text("081200000007").wait_for()
    look(page, "seseorang")
    page.get_by_role("link", name="Lurah Tugu Sari").click()
    look(page, "jabatan")


@pytest.mark.nightly
def test_an_empty_installation_becomes_a_district(page: Page, empty_stack: Stack, tmp_path: Path) -> None:
    set_up(page, empty_stack)
    assert Region.objects.filter(level="regency").get().name == "Lampung Barat"
    assert RouteVersion.objects.filter(route__region__name="Lampung Barat", state="published").count() == 2
    assert Mandate.objects.get(person__name="Contoh Pengelola").office.role == "administrator"
    bring_in_villages(page, tmp_path)
    bring_in_people(page, tmp_path)
    page.goto("/mulai/")
    page.get_by_role("heading", name="tidak ditemukan").or_(page.get_by_text("404")).first.wait_for()
