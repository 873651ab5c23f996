"""J5, J6 and J20 · One village's evaluation on all its way: Pokja, PKB, Pokja, Camat, agency, rakor, and a class that stays.

The Pokja fills one section in on 320 px with letters of twice the size, and what comes back as anybody does who follows the
message; the agency accepts without JavaScript and closes the round.
"""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Browser, Locator, Page, expect

from backend.uploads import keep_photo
from tests.evaluation_world import ANSWERS
from tests.journeys.desks import at_desk
from tests.journeys.looking import DESKTOP, PHONE, SLOW_3G, look, network
from tests.journeys.stack import Stack
from tests.pictures import photo_of_a_phone
from tests.processes import wait_until
from tests.rakor_world import RakorWorld, build_rakor_world
from tests.stories import PASSWORD
from tests.workflows.reports.figures import FIGURES
from workflows.core.clock import today
from workflows.core.door import perform
from workflows.evaluations.drafting import attach_photo, save_answers
from workflows.evaluations.models import Evaluation, Round, YearlyClass
from workflows.letters.models import Letter
from workflows.meetings.models import Rakor
from workflows.meetings.recording import draft_record
from workflows.organisation.working_days import due_date
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report
from workflows.routes.models import Assignment

pytestmark = pytest.mark.nightly

TOLD = {"profile": date(2024, 1, 1), "population": date(2024, 1, 1), "progress": date(2024, 2, 1), "activity": date(2024, 2, 17)}
YEAR_BEFORE = {"cutoff_on": date(2023, 7, 1), "opens_on": date(2023, 7, 1)}
CHIP = "Foto tidak menunjukkan kegiatan."
REMARKS = {
    "Pokja: Jumlah pertemuan Pokja tahun ini": "Cocokkan dengan daftar hadir.",
    "Kegiatan: foto bukti": CHIP,
    "Kegiatan: Kegiatan yang paling berhasil": "Sebutkan kelompoknya.",
}
SLOWLY = 60_000


@pytest.fixture(scope="module")
def world(empty_stack: Stack) -> RakorWorld:
    """The first village has reported, and answered the year before with five meetings of its Pokja."""
    world: RakorWorld = build_rakor_world()
    world.office("pkb").areas.create(region=world.villages[0])
    fitri = world.by("fitri")
    fitri.person.set_password(PASSWORD)
    fitri.person.save()
    world.decreed()
    for form, day in TOLD.items():
        report = start_report(world.units[0], form, day, fitri)
        save_report(report, fitri, figures=FIGURES[form])
        perform(Report.send, report, by=fitri)
    answered_before(world)
    opened(world.planned())
    return world


def opened(this: Round) -> Round:
    """By the clock, on its day."""
    wait_until(lambda: Round.objects.get(pk=this.pk).state == "open", "the round is open", seconds=60)
    return this


def answered_before(world: RakorWorld) -> None:
    before = opened(world.planned(year=2023, **YEAR_BEFORE))
    evaluation = before.evaluations.get(kampung=world.units[0])
    answer(world, evaluation, ANSWERS | {"pokja": {"meets": True, "meetings": 5, "roster_current": True}})
    perform(Evaluation.submit, evaluation, by=world.staff(0))
    for act in (Round.close_answers, Round.bring_to_rakor, Round.conclude):
        perform(act, before, by=world.by("hadi"))


def answer(world: RakorWorld, evaluation: Evaluation, answers: dict[str, Any]) -> None:
    """With the photos that each section asks for."""
    by = world.staff(0)
    save_answers(evaluation, by, answers)
    for n, section in enumerate(("pokja", "facilities", "activities", "activities")):
        taken = SimpleUploadedFile(f"kegiatan-{n}.jpg", photo_of_a_phone(n))
        attach_photo(evaluation, by, section, keep_photo(taken, by.person, "file"))


@pytest.fixture
def evaluation(world: RakorWorld) -> Evaluation:
    found = Evaluation.objects.get(round__year=2024, kampung=world.units[0])
    answer(world, found, {name: said for name, said in ANSWERS.items() if name != "pokja"})
    return found


def state_of(evaluation: Evaluation) -> str:
    return Evaluation.objects.get(pk=evaluation.pk).state


def test_from_the_pokja_to_a_class_that_stays(
    empty_stack: Stack, world: RakorWorld, evaluation: Evaluation, browser: Browser
) -> None:
    narrow = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
    with at_desk(empty_stack, browser, world.staff(0), narrow) as page:
        page.goto(f"/evaluasi/{evaluation.pk}/")
        answer_one_section(page)
        hand_in(page, evaluation)
    with at_desk(empty_stack, browser, world.by("gita"), PHONE) as page:
        page.set_default_timeout(SLOWLY)
        line = network(page, **SLOW_3G)
        pick_the_village(page)
        see_the_evidence(page)
        line.detach()
        pin_remarks(page)
        give_back(page, evaluation)
    put_right(empty_stack, browser, evaluation)
    with at_desk(empty_stack, browser, world.by("gita"), PHONE) as page:
        page.goto(f"/tugas/{world.task(evaluation, 'pkb').pk}/")
        sees_only_what_changed(page)
        decide(page, "Setujui")
    with at_desk(empty_stack, browser, world.by("budi", "camat"), PHONE) as page:
        page.get_by_role("link", name=evaluation.file.title, exact=True).click()
        look(page, "j05-evaluasi-camat")
        decide(page, "Setujui")
    with at_desk(empty_stack, browser, world.by("hadi"), DESKTOP, java_script_enabled=False) as page:
        page.get_by_role("link", name=evaluation.file.title, exact=True).click()
        expect(page.get_by_role("region", name="Kelas hasil hitungan")).to_contain_text("Dasar")
        decide(page, "Setujui")
    assert state_of(evaluation) == "accepted"
    decided_in_a_rakor(world, evaluation)
    with at_desk(empty_stack, browser, world.by("hadi")) as page:
        close_the_round(page, evaluation)
        tells_why(page, evaluation)


def answer_one_section(page: Page) -> None:
    """Nothing is wider than the screen, with letters of twice the size."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    pokja = page.get_by_role("region", name="Pokja", exact=True)
    pokja.get_by_role("group", name="Pokja bertemu").get_by_label("Ya").check()
    expect(pokja).to_contain_text("Tahun 2023: 5")
    pokja.get_by_label("Jumlah pertemuan").fill("21")
    pokja.get_by_role("group", name="Susunan Pokja").get_by_label("Ya").check()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    pokja.get_by_role("button", name="Simpan & lanjut").click()
    expect(page.locator("[data-progress]")).to_contain_text("5 dari 5 bagian lengkap")


def hand_in(page: Page, evaluation: Evaluation) -> None:
    page.get_by_role("link", name="Periksa dan ajukan").click()
    expect(page.get_by_role("region", name="Perkiraan kelas")).to_be_visible()
    look(page, "j05-evaluasi-periksa")
    page.get_by_role("button", name="Ajukan").click()
    page.wait_for_url(f"**/evaluasi/{evaluation.pk}/")
    assert state_of(evaluation) == "submitted"


def pick_the_village(page: Page) -> None:
    page.locator("header summary").click()
    page.get_by_role("link", name="Desa dampingan saya").click()
    page.get_by_role("link", name="Desa Contoh Satu").click()
    page.get_by_role("region", name="Berikutnya").get_by_role("link", name="Evaluasi").click()
    page.get_by_role("link", name="Naskah", exact=True).click()
    expect(page.locator("#pokja")).to_contain_text("Tahun 2023: 5")
    look(page, "j05-evaluasi-tinjau")


def see_the_evidence(page: Page) -> None:
    page.get_by_role("link", name="kegiatan-2.jpg").first.click()
    narrow = shown_width(page)
    look(page, "j05-evaluasi-foto")
    page.get_by_role("link", name="Perbesar").click()
    page.get_by_role("link", name="Selebar layar").wait_for()
    assert shown_width(page) > 2 * narrow
    page.get_by_role("link", name="Kembali", exact=True).click()
    expect(page.locator("#activities")).to_be_visible()


def shown_width(page: Page) -> float:
    picture = page.get_by_role("region", name="Gambar").locator("img")
    expect(picture).not_to_have_js_property("naturalWidth", 0, timeout=SLOWLY)
    box = picture.bounding_box()
    assert box is not None
    return box["width"]


def return_form(page: Page) -> Locator:
    return page.locator("#form-return_to_drafter")


def pin_remarks(page: Page) -> None:
    for place, words in REMARKS.items():
        page.get_by_role("link", name="Naskah", exact=True).click()
        page.get_by_role("button", name=f"Beri catatan {place}").click()
        note = page.get_by_label(f"Catatan pada {place}")
        expect(note).to_be_focused(timeout=SLOWLY)
        note.fill(words)


def give_back(page: Page, evaluation: Evaluation) -> None:
    """Not without a reason; then the consequence, the number and the message are seen."""
    form = return_form(page)
    form.get_by_role("button", name="Kembalikan untuk perbaikan").click()
    expect(page.get_by_role("alert")).to_contain_text("Tulis alasannya", timeout=SLOWLY)
    assert state_of(evaluation) == "submitted"
    day = due_date(today(evaluation.file.zone), 3)
    form.get_by_role("button", name=CHIP).click()
    expect(form.get_by_label("Diperbaiki paling lambat")).to_have_value(day.isoformat())
    expect(form.locator(".consequence")).to_contain_text("Kembali ke Kepala Desa Contoh Satu")
    look(page, "j05-evaluasi-kembalikan")
    form.get_by_role("button", name="Kembalikan untuk perbaikan").click()
    page.get_by_role("heading", name="Tercatat").wait_for()
    expect(page.get_by_text("nomor rujukan").first).to_be_visible()
    expect(page.get_by_role("region", name="Pesan yang diterima penyusun")).to_contain_text("3 catatan")
    assert state_of(evaluation) == "returned"


def put_right(stack: Stack, browser: Browser, evaluation: Evaluation) -> None:
    """From the message while logged out, to what was remarked upon, and to that alone."""
    context = browser.new_context(base_url=stack.url, locale="id-ID", **PHONE)
    page = context.new_page()
    page.goto(f"/berkas/{evaluation.pk}/perbaiki/")
    page.get_by_label("Nama pengguna").fill("fitri")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_url(f"**/evaluasi/{evaluation.pk}/")
    counted = page.locator("[data-fresh=remarks]")
    expect(counted).to_have_text("3 catatan: 0 selesai")
    expect(page.locator(".remark:focus")).to_contain_text("Cocokkan dengan daftar hadir.")
    locked = page.get_by_role("region", name="Sarana dan dana")
    locked.locator("summary").first.click()
    expect(locked).to_contain_text("APBD")
    assert locked.locator("input:not([type=hidden])").count() == 0
    look(page, "j06-evaluasi-perbaiki")
    pokja = page.get_by_role("region", name="Pokja", exact=True)
    pokja.get_by_label("Jumlah pertemuan").fill("12")
    pokja.get_by_label("Apa yang diperbaiki").fill("Dicocokkan dengan daftar hadir.")
    pokja.get_by_role("button", name="Simpan & lanjut").click()
    expect(counted).to_have_text("3 catatan: 1 selesai", timeout=SLOWLY)
    activities = page.get_by_role("region", name="Kegiatan", exact=True)
    if not activities.get_by_role("button", name="Simpan & lanjut").is_visible():
        activities.locator("summary").first.click()
    activities.get_by_label("Kegiatan yang paling berhasil").fill("Contoh kelas balita BKB Melati.")
    for done, words in zip(activities.get_by_label("Apa yang diperbaiki").all(), ("Kelompoknya disebut.", "Fotonya diganti."),
                           strict=True):  # fmt: skip
        done.fill(words)
    activities.get_by_role("button", name="Simpan & lanjut").click()
    expect(counted).to_have_text("3 catatan: 3 selesai", timeout=SLOWLY)
    page.get_by_role("link", name="Periksa dan ajukan").click()
    page.get_by_role("button", name="Ajukan ulang").click()
    expect(page.locator("h1 + p .badge")).to_have_text("diajukan")
    context.close()
    assert state_of(evaluation) == "submitted"


def sees_only_what_changed(page: Page) -> None:
    changes = page.get_by_role("region", name="Berubah sejak Anda mengembalikan")
    page.get_by_role("link", name="Naskah", exact=True).click()
    expect(changes.locator("ins", has_text="12")).to_be_visible()
    expect(changes.get_by_text("Kelompoknya disebut.")).to_be_visible()
    rest = page.get_by_role("region", name="Sarana dan dana")
    expect(rest).to_be_hidden()
    look(page, "j06-evaluasi-yang-berubah")
    page.get_by_text("Tampilkan semua", exact=True).click()
    expect(rest).to_be_visible()


def decide(page: Page, verdict: str) -> None:
    page.locator(".bar").get_by_role("button", name=verdict).click()
    page.get_by_role("heading", name="Tercatat").wait_for()


def decided_in_a_rakor(world: RakorWorld, evaluation: Evaluation) -> None:
    """The rakor's pages are J15's; here it confirms the class, and the worker carries out what was signed."""
    this = evaluation.round
    for act in (Round.close_answers, Round.bring_to_rakor):
        perform(act, this, by=world.by("hadi"))
    rakor = world.held(this)
    world.resolve(rakor, "confirm_class")
    letter = draft_record(rakor, world.ani, ends="11:45")
    perform(Letter.finalise, letter, by=world.ani)
    signing = Assignment.objects.filter(file=letter.pk, kind="sign_document", state="open")
    for login in ("indra", "hadi"):
        mine = signing.filter(office=world.by(login).office)
        wait_until(mine.exists, f"the record waits for the signature of {login}", seconds=90)
        perform(Assignment.sign, mine.get(), by=world.by(login))
    wait_until(lambda: state_of(evaluation) == "decided", "what was signed is carried out", seconds=90)
    assert Rakor.objects.get(pk=rakor.pk).state == "closed"


def close_the_round(page: Page, evaluation: Evaluation) -> None:
    page.goto("/putaran/")
    page.get_by_role("link", name=evaluation.round.file.title).click()
    look(page, "j05-evaluasi-putaran")
    page.locator("#form-conclude").get_by_role("button").click()
    page.get_by_text("ditutup").first.wait_for()
    assert YearlyClass.objects.get(year=2024).decided == "dasar"


def tells_why(page: Page, evaluation: Evaluation) -> None:
    """The class with the record that decided it, what it was computed from, and what would have lifted it."""
    page.goto(f"/desa/{evaluation.kampung_id}/")
    page.get_by_role("link", name="mengapa").first.click()
    stands = page.get_by_role("region", name="Kelas 2024")
    expect(stands).to_contain_text("Dasar")
    expect(stands).to_contain_text("Berita acara Nomor 01/BA/2024")
    expect(stands).to_contain_text("tidak berubah lagi")
    page.get_by_text("Mengapa kelas ini?").click()
    expect(page.get_by_text("Untuk skor berikutnya").first).to_be_visible()
    look(page, "j05-evaluasi-kelas")
