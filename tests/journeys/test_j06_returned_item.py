"""J6 · What came back is put right from the message, and only that; the field officer then sees only what changed."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Enter
from tests.journeys.looking import PHONE, look
from tests.journeys.stack import Stack
from tests.stories import PASSWORD
from workflows.core.door import perform
from workflows.organisation.models import Mandate
from workflows.routes.models import Assignment
from workflows.villages.models import Proposal

STAFF = "pamekasan.staf-desa.35.28.04.2002"
REMARKS = [
    ("text", "profile", "Tambahkan jumlah keluarga."),
    ("checklist", "preconditions.population_data", "Lampirkan data penduduk tahun ini."),
    ("checklist", "preconditions.participation", "Sebutkan kelompok yang sudah bergerak."),
]
PROFILE = "Contoh gambaran umum Panempan dengan 412 keluarga."


@pytest.fixture(scope="module")
def returned(stack: Stack) -> Assignment:
    """The field officer has returned the proposal of Panempan with three remarks."""
    task = Assignment.objects.get(office__role="pkb", kind="review", state="open", file__kind="proposal")
    remarks = [{"part": part, "target": target, "text": words} for part, target, words in REMARKS]
    perform(
        Assignment.return_to_drafter, task, by=Mandate.objects.get(person__username="pamekasan.pkb"),
        version=task.file.version, read=task.file.snapshot.sha256, reason="Lengkapi isiannya.", values={"remarks": remarks},
    )  # fmt: skip
    return task


def log_in(page: Page) -> None:
    page.get_by_label("Nama pengguna").fill(STAFF)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()


def put_right(page: Page) -> None:
    """The profile, and what was done about each remark."""
    page.get_by_role("textbox", name="Gambaran umum").fill(PROFILE)
    notes, done = (
        page.get_by_role("textbox", name="Keterangan"),
        page.get_by_role("textbox", name="Apa yang diperbaiki"),
    )
    notes.nth(0).fill("Data per Juni 2026.")
    notes.nth(1).fill("Kelompok Contoh Melati.")
    for n, words in enumerate(["Jumlah keluarga ditambah.", "Tahun datanya ditulis.", "Kelompoknya disebut."]):
        done.nth(n).fill(words)
    page.get_by_role("button", name="Simpan perbaikan").click()
    expect(page.get_by_text("3 catatan: 3 selesai")).to_be_visible(timeout=30_000)


@pytest.mark.nightly
def test_from_the_message_to_only_what_changed(stack: Stack, enter: Enter, returned: Assignment) -> None:
    page = enter(None, PHONE, path=f"/berkas/{returned.file_id}/perbaiki/")
    log_in(page)
    page.wait_for_url(f"**/berkas/{returned.file_id}/perbaiki/")
    expect(page.get_by_text("3 catatan: 0 selesai")).to_be_visible()
    expect(page.get_by_role("textbox", name="Gambaran umum")).to_be_focused()
    locked = page.locator("details", has_text="Isian lain (terkunci, hanya dibaca)")
    locked.locator("summary").click()
    expect(locked.get_by_text("Dukungan dan komitmen pemerintah daerah")).to_be_visible()
    assert locked.get_by_role("textbox").count() == 0
    look(page, "j06-perbaiki")
    put_right(page)
    look(page, "j06-selesai")
    page.locator("#resubmit").get_by_role("button").click()
    page.wait_for_url(f"**/usulan/{returned.file_id}/")
    assert Proposal.objects.get(pk=returned.file_id).state == "in_review"

    task = Assignment.objects.get(file=returned.file_id, office=returned.office_id, state="open")
    officer = enter("pamekasan.pkb", PHONE, path=f"/tugas/{task.pk}/#naskah")
    changes = officer.get_by_role("region", name="Berubah sejak Anda mengembalikan")
    expect(changes.locator("ins", has_text="412")).to_be_visible()
    expect(changes.get_by_text("Kelompoknya disebut.")).to_be_visible()
    everything = officer.get_by_text("Dukungan dan komitmen pemerintah daerah").first
    expect(everything).to_be_hidden()
    look(officer, "j06-yang-berubah")
    officer.get_by_text("Tampilkan semua", exact=True).click()
    expect(everything).to_be_visible()
