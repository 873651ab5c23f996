"""What a phone and a keyboard find in the room: nothing too wide, nothing that axe minds, the matrix by arrow keys."""

import os
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.coaching_world import CoachingWorld, build_coaching_world
from tests.people import person
from tests.world import on_day
from worker.tick import run_due
from workflows.coaching.models import Event, Need, Plan, Visit
from workflows.coaching.planning import plan_series
from workflows.core.door import perform

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
SHOTS = os.environ.get("SIKLUS_SHOTS")


@pytest.fixture
def world(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> CoachingWorld:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this very thread
    made = build_coaching_world()
    for login in ("hadi", "lala", "gita"):
        who = person(login)
        who.set_password("contoh-sandi")
        who.save(update_fields=["password"])
    return made


def log_in(page: Page, live_server: LiveServer, login: str) -> None:
    page.goto(f"{live_server.url}/masuk/")
    page.get_by_label("Nama pengguna").fill(login)
    page.get_by_label("Kata sandi").fill("contoh-sandi")
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("heading", name="Tugas saya").wait_for()


def a_year(world: CoachingWorld) -> tuple[Plan, Event, Need]:
    """A plan with every kind of month, a training that is full, and needs that are asked for, late and answered."""
    series = plan_series(world.by("hadi"), "Bimtek pengelola Kampung KB 2024")
    event = world.training(series=series, stage=1)
    lines = [{"element": "Pengelola Kampung KB", "count": 48, "waiting": 4}, {"office": world.office("camat").pk, "count": 2}]
    perform(Event.enrol, event, by=world.by("hadi"), values={"participants": lines})
    world.training(series=series, stage=2, planned_on=date(2024, 4, 24), capacity=40)
    plan = world.adopted(districts=6)
    march = plan.visits.filter(month="2024-03-01").order_by("region")
    told = {"held_on": "2024-03-04", "report": "Semua Pokja hadir.", "visitors": [world.office("agency").pk]}
    first, *others = march
    perform(Visit.excuse, first, by=world.by("hadi"), reason="Banjir.")
    for visit in others[:3]:
        perform(Visit.record_visit, visit, by=world.by("hadi"), values=told)
    need = world.entrusted(what="Sumur bor untuk posyandu di Dusun Contoh, dipakai 40 keluarga", visit=plan.visits.filter(
        region=world.district).earliest("month"))  # fmt: skip
    world.need(1, what="Timbangan bayi", aim="layanan")
    answered = world.entrusted(2, to=world.works, what="Saluran air di gang utama")
    perform(Need.answer, answered, by=world.works, values={"answer": "Dikerjakan bulan Mei.", "fund": "apbd"})
    on_day(date(2024, 4, 8))
    run_due()
    return plan, event, need


def look(page: Page, live_server: LiveServer, name: str, path: str) -> list[str]:
    """What is wrong with a page in both widths; with pictures of it where SIKLUS_SHOTS names a folder."""
    wrong = []
    for width, size in (("phone", PHONE), ("desk", DESK)):
        page.set_viewport_size(size)
        answer = page.goto(live_server.url + path)
        wrong += [f"{path} answers {answer.status}"] if answer and answer.status != 200 else []
        wide = page.evaluate("document.documentElement.scrollWidth")
        wrong += [f"{path} is {wide} px wide"] if wide > size["width"] else []
        if SHOTS:
            page.screenshot(path=Path(SHOTS) / f"coaching-{name}-{width}.png", full_page=True)
    found = Axe().run(page)
    return wrong + ([found.generate_report()] if found.violations_count else [])


@pytest.mark.nightly
def test_every_page_fits_a_phone_and_axe_finds_nothing(world: CoachingWorld, page: Page, live_server: LiveServer) -> None:
    plan, event, need = a_year(world)
    waiting = plan.visits.filter(state="missed").order_by("pk")[0]
    done, task = plan.visits.filter(state="done").order_by("pk")[0], need.file.assignments.get()
    log_in(page, live_server, "hadi")
    wrong = []
    for name, path in {
        "overview": "/pembinaan/", "year": "/tahun-ini/", "choices": "/pembinaan/sasaran/", "events": "/pembinaan/kegiatan/",
        "new-event": "/pembinaan/kegiatan/baru/", "event": f"/pembinaan/kegiatan/{event.pk}/",
        "participants": f"/pembinaan/kegiatan/{event.pk}/peserta/", "series": f"/pembinaan/rangkaian/{event.series_id}/",
        "plans": "/pembinaan/rencana/", "new-plan": "/pembinaan/rencana/baru/", "plan": f"/pembinaan/rencana/{plan.pk}/",
        "visit": f"/pembinaan/kunjungan/{waiting.pk}/", "visit-done": f"/pembinaan/kunjungan/{done.pk}/", "needs": "/kebutuhan/",
        "need": f"/kebutuhan/{need.pk}/", "new-need": f"/kebutuhan/desa/{need.kampung_id}/baru/",
        "village": f"/desa/{need.kampung_id}/",
    }.items():  # fmt: skip
        wrong += look(page, live_server, name, path)
    page.context.clear_cookies()
    log_in(page, live_server, "lala")
    for name, path in {"asked": f"/kebutuhan/{need.pk}/", "tinjau": f"/tugas/{task.pk}/", "asked-list": "/kebutuhan/"}.items():
        wrong += look(page, live_server, name, path)
    assert wrong == []


def test_a_visit_is_told_of_from_the_matrix_without_a_mouse(world: CoachingWorld, page: Page, live_server: LiveServer) -> None:
    plan = world.adopted(districts=2, months=3)
    log_in(page, live_server, "hadi")
    page.goto(f"{live_server.url}/pembinaan/rencana/{plan.pk}/")
    cells = page.locator(".matrix a")
    cells.first.focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
    expect(cells.nth(3)).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_label("Hasil pembinaan").fill("Semua Pokja hadir.")
    page.get_by_role("button", name="Catat kunjungan").press("Enter")
    expect(page.get_by_text("Kunjungan tercatat.")).to_be_visible()
    assert Visit.objects.get(plan=plan, state="done").region.name == "Contoh Hulu 2"
