"""J9 · Bagian Hukum changes one clause, adds one, cites one more regulation, compares, gives paraf.

The Assistant pins a remark to a clause; the OPD moves it and sets a comma, which voids the parafs.
"""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.backend.pages.decrees import approved_up_to, handed_in, read_of, set_up, task_of
from tests.journeys.desks import at_desk
from tests.journeys.looking import look
from tests.journeys.stack import Stack
from tests.world import World, build_world
from workflows.core.door import perform
from workflows.decrees.models import Decree, LegalBasis
from workflows.routes.models import Assignment

pytestmark = pytest.mark.nightly
ADDED = "Peraturan Contoh Nomor 2 Tahun 2010"
COSTS = "Biaya dibebankan pada anggaran pendapatan dan belanja daerah."
REMARK = "Tempatkan sebelum saat mulai berlaku."


@pytest.fixture(scope="module")
def seat(empty_stack: Stack) -> tuple[Stack, World, Decree]:
    """A decree of three villages waits at Bagian Hukum; the OPD has endorsed it."""
    world: World = build_world()
    set_up(world)
    decree = approved_up_to(world, handed_in(world), "legal")
    LegalBasis.objects.create(title=ADDED, rank=3, year=2010, number="2")
    return empty_stack, world, decree


def test_it_is_redlined_compared_and_given_paraf(seat: tuple[Stack, World, Decree], browser: Browser) -> None:
    stack, world, decree = seat
    with at_desk(stack, browser, world.by("budi", "legal")) as page:
        page.goto(f"/tugas/{task_of(decree).pk}/")
        page.locator(".card").get_by_role("link", name="Bandingkan").click()
        expect(page.get_by_text("Isi yang tampak tidak berubah.")).to_be_visible()
        page.go_back()
        page.get_by_role("link", name="Ubah naskah atau daftar").click()
        expect(page.get_by_role("heading", name="Bila naskah diubah, persetujuan ini tidak berlaku lagi")).to_be_visible()
        clauses = page.get_by_label("Diktum")
        clauses.fill(clauses.input_value().replace("tiga desa", "tiga desa dan kelurahan") + f"\n{COSTS}")
        page.get_by_label(ADDED).check()
        page.get_by_label("Alasan perubahan").fill("Satu di antaranya kelurahan; dasar hukum dilengkapi.")
        look(page, "j09-ubah")
        page.get_by_role("button", name="Simpan perubahan").click()
        page.wait_for_url(f"**/keputusan/{decree.pk}/")

        page.goto(f"/berkas/{decree.pk}/bandingkan/?dari=1&sampai=2")
        expect(page.get_by_text("3 desa/kelurahan: 3 tetap")).to_be_visible()
        changes = page.locator(".changes > li")
        expect(changes).to_have_count(3)
        expect(changes.filter(has_text="diubah").locator("ins")).to_contain_text("dan kelurahan")
        for added in (ADDED, COSTS):
            expect(changes.filter(has_text=added)).to_contain_text("ditambah")
        look(page, "j09-bandingkan")

        page.goto(f"/tugas/{task_of(decree, 'paraf').pk}/")
        page.locator(".bar .main").click()
        page.get_by_role("heading", name="Tercatat").wait_for()


def returned_with_a_remark(stack: Stack, browser: Browser, world: World, decree: Decree) -> None:
    """The OPD agrees to the change; the Assistant pins a remark to the third clause and returns the decree."""
    perform(Assignment.confirm_change, task_of(decree, "confirm_change"), by=world.by("hadi"), read=read_of(decree))
    task = Assignment.objects.get(file=decree.pk, office=world.office("assistant"), state="open")
    with at_desk(stack, browser, world.by("joko")) as page:
        page.goto(f"/tugas/{task.pk}/")
        page.locator(".sheet").get_by_role("button", name="Beri catatan Diktum 3").click()
        note = page.get_by_label("Catatan pada Diktum 3")
        expect(note).to_be_focused()
        note.fill(REMARK)
        form = page.locator("#form-return_to_drafter")
        form.locator("[name=reason]").fill("Urutan diktum.")
        look(page, "j09-catatan-pada-diktum")
        form.get_by_role("button", name="Kembalikan untuk perbaikan").click()
        page.get_by_role("heading", name="Tercatat").wait_for()


def put_right(page: Page, decree: Decree) -> None:
    """What was done is said beside the remark; then the decree is handed in again."""
    page.goto(f"/berkas/{decree.pk}/perbaiki/")
    expect(page.get_by_text(REMARK).first).to_be_visible()
    page.get_by_role("textbox", name="Apa yang diperbaiki").fill("Dipindah menjadi diktum kedua.")
    page.get_by_role("button", name="Simpan perbaikan").click()
    expect(page.get_by_text("1 catatan: 1 selesai")).to_be_visible()
    look(page, "j09-perbaiki")
    page.locator("#resubmit").get_by_role("button").click()
    page.wait_for_url(f"**/keputusan/{decree.pk}/")


def test_a_comma_voids_the_parafs_and_the_drafter_is_told_before(
    seat: tuple[Stack, World, Decree], browser: Browser
) -> None:
    stack, world, decree = seat
    legal = world.office("legal").label
    returned_with_a_remark(stack, browser, world, decree)
    with at_desk(stack, browser, world.by("ani", "agency")) as page:
        page.goto(f"/keputusan/{decree.pk}/naskah/")
        warning = page.locator(".banner.conflict").filter(has_text="persetujuan ini tidak berlaku lagi")
        expect(warning).to_contain_text(legal)
        look(page, "j09-peringatan")
        clauses = page.get_by_label("Diktum")
        first, second, third = clauses.input_value().splitlines()
        clauses.fill("\n".join([first.replace("desa dan", "desa, dan"), third, second]))
        page.get_by_role("button", name="Simpan konsep").click()
        page.wait_for_url(f"**/keputusan/{decree.pk}/")
        lost = page.locator(".ladder > .void").filter(has_text=legal)
        expect(lost.first).to_contain_text("tidak berlaku lagi, naskah berubah sesudahnya")
        look(page, "j09-tangga")
        put_right(page, decree)

        page.goto(f"/berkas/{decree.pk}/bandingkan/?dari=2&sampai=3")
        changes = page.locator(".changes > li")
        expect(changes).to_have_count(2)
        expect(changes.filter(has_text="diubah").locator("ins")).to_have_text(",")
        expect(changes.filter(has_text=COSTS)).to_contain_text("dipindah dari Diktum 3")
        look(page, "j09-bandingkan-pindah")
