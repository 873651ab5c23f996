"""J5 · The field officer checks a proposal on the spot, on a cheap phone and a slow line, and returns it with remarks.

How soon pages are painted on such a line is measured in tests/backend/pages/test_budgets.py.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.desks import at_desk
from tests.journeys.looking import PHONE, SLOW_3G, look, network
from tests.journeys.stack import Stack
from tests.pictures import png
from tests.world import YES, World, build_world
from workflows.core.clock import today
from workflows.core.door import perform
from workflows.organisation.working_days import due_date
from workflows.routes.models import Assignment
from workflows.villages.drafting import save_draft
from workflows.villages.models import Proposal

CHIP = "Foto tidak menunjukkan kegiatan."
LAST_YEAR = "Contoh data tahun lalu."
REMARKS = {
    "Prasyarat: data kependudukan yang akurat": CHIP,
    "Prasyarat: partisipasi aktif masyarakat": "Sebutkan kelompok yang sudah bergerak.",
    "gambaran umum": "Tambahkan jumlah keluarga.",
}


@pytest.fixture(scope="module")
def world(empty_stack: Stack) -> World:
    """The field officer serves one of the three villages; it proposes itself for the second year."""
    world: World = build_world()
    world.office("pkb").areas.create(region=world.villages[0])
    before = world.draft(era=2023)
    save_draft(before, world.staff(0), preconditions={"population_data": YES | {"note": LAST_YEAR}})
    perform(Proposal.submit, before, by=world.staff(0))
    world.perform(Proposal.withdraw, before, "ani", reason="Diusulkan lagi tahun depan.")
    return world


def proposed(world: World) -> Proposal:
    """This year's proposal, as far as the field officer."""
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    world.approve(proposal, "camat", "budi")
    return proposal


@pytest.mark.nightly
def test_three_remarks_a_reason_and_a_day(empty_stack: Stack, world: World, browser: Browser, tmp_path: Path) -> None:
    task = world.task(proposed(world), "pkb")
    photo = tmp_path / "balai.png"
    photo.write_bytes(png(2400, 1800))
    with at_desk(empty_stack, browser, world.by("gita"), PHONE) as page:
        page.set_default_timeout(60_000)
        line = network(page, **SLOW_3G)
        pick_the_village(page, task)
        check_on_the_spot(page, photo)
        page.goto(f"/tugas/{task.pk}/")
        see_the_photo(page)
        line.detach()
        pin_remarks(page)
        refused_without_a_reason(page, task)
        give_back(page, task)


def pick_the_village(page: Page, task: Assignment) -> None:
    page.locator("header summary").click()
    page.get_by_role("link", name="Desa dampingan saya").click()
    page.get_by_role("heading", name="Desa dampingan saya").wait_for()
    look(page, "j05-desa-dampingan")
    page.get_by_role("link", name="Desa Contoh Satu").click()
    page.get_by_role("region", name="Berikutnya").get_by_role("link", name=task.file.title).click()
    page.get_by_role("link", name="Naskah", exact=True).click()
    answer = page.locator(".answers li", has_text="Data kependudukan yang akurat")
    expect(answer).to_contain_text(f"Usulan sebelumnya: ya · {LAST_YEAR}")


def check_on_the_spot(page: Page, photo: Path) -> None:
    page.get_by_role("link", name="Ringkasan", exact=True).click()
    page.get_by_role("link", name="Isi pemeriksaan lapangan").click()
    page.get_by_role("heading", name="Pemeriksaan lapangan").wait_for()
    for question in page.get_by_role("combobox").all():
        question.select_option("yes")
    page.get_by_label("Berita acara atau foto").set_input_files(photo)
    expect(page.locator(".sending").first).to_contain_text("→")
    look(page, "j05-pemeriksaan-lapangan")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_role("heading", name="Isi usulan").wait_for()


def see_the_photo(page: Page) -> None:
    page.get_by_role("link", name="Lampiran", exact=True).click()
    page.get_by_role("link", name="balai.jpg").click()
    narrow = shown_width(page)
    look(page, "j05-foto")
    page.get_by_role("link", name="Perbesar").click()
    page.get_by_role("link", name="Selebar layar").wait_for()
    assert shown_width(page) > 2 * narrow
    page.get_by_role("link", name="Kembali", exact=True).click()


def shown_width(page: Page) -> float:
    picture = page.get_by_role("region", name="Gambar").locator("img")
    expect(picture).to_have_js_property("naturalWidth", 1600, timeout=60_000)
    box = picture.bounding_box()
    assert box is not None
    return box["width"]


def pin_remarks(page: Page) -> None:
    for place, words in REMARKS.items():
        page.get_by_role("link", name="Naskah", exact=True).click()
        page.get_by_role("button", name=f"Beri catatan {place}").click()
        note = page.get_by_label(f"Catatan pada {place}")
        expect(note).to_be_focused(timeout=60_000)
        note.fill(words)


def refused_without_a_reason(page: Page, task: Assignment) -> None:
    page.locator("#form-return_to_drafter").get_by_role("button", name="Kembalikan untuk perbaikan").click()
    expect(page.get_by_role("alert")).to_contain_text("Tulis alasannya", timeout=60_000)
    assert Assignment.objects.get(pk=task.pk).state == "open"


def give_back(page: Page, task: Assignment) -> None:
    form, day = page.locator("#form-return_to_drafter"), due_date(today(task.file.zone), 3)
    form.get_by_role("button", name=CHIP).click()
    expect(form.get_by_role("textbox", name="Alasan")).to_have_value(CHIP)
    expect(form.get_by_label("Diperbaiki paling lambat")).to_have_value(day.isoformat())
    expect(form.locator(".consequence")).to_contain_text("Kembali ke Kepala Desa Contoh Satu")
    look(page, "j05-kembalikan")
    form.get_by_role("button", name="Kembalikan untuk perbaikan").click()

    page.get_by_role("heading", name="Tercatat").wait_for()
    expect(page.get_by_text("nomor rujukan").first).to_be_visible()
    expect(page.get_by_role("region", name="Pesan yang diterima penyusun")).to_contain_text("3 catatan")
    look(page, "j05-tercatat")
    returned = Assignment.objects.get(pk=task.pk)
    assert returned.fix_by == day
    assert {remark.text for remark in returned.remarks.all()} == set(REMARKS.values())
    assert Proposal.objects.get(pk=task.file_id).state == "returned"
