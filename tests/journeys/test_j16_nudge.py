"""J16 · Somebody of the agency finds who is late and reminds only them; a second press sends nothing."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Enter
from tests.journeys.looking import PHONE, look
from tests.journeys.stack import Stack
from worker.models import Delivery
from worker.quiet import wait_until_quiet
from workflows.core.models import Outbox
from workflows.organisation.models import Office
from workflows.routes.models import Assignment

KABID = "lampung-barat.operator"


def late() -> Assignment:
    """A task that has waited since the days of the story."""
    agency = Office.objects.get(role="agency", region__name="Lampung Barat")
    found = Assignment.objects.filter(state="open", due_on__lt="2025-01-01", region__path__startswith=agency.region.path)
    return found.exclude(office=agency).earliest("due_on", "pk")


def press(page: Page) -> None:
    page.locator("form.bar button").click()


@pytest.mark.xfail(strict=True, reason="the journey looks for a task that its story does not have")
def test_only_the_late_are_reminded_and_a_second_press_says_so(stack: Stack, enter: Enter) -> None:
    task = late()
    page = enter(KABID, path=f"/ingatkan/?tugas={task.pk}")
    expect(page.locator("main .rows > li")).to_have_count(1)
    expect(page.locator("main .rows")).to_contain_text(task.office.label)
    assert not Outbox.objects.filter(topic="nudge").exists()
    look(page, "j16-ingatkan")

    press(page)
    page.get_by_role("heading", name="Catatan pengiriman").wait_for()
    wait_until_quiet()
    page.reload()
    told = set(Delivery.objects.filter(outbox__topic="nudge").values_list("outbox__office", flat=True))
    assert told == {task.office_id}
    expect(page.locator(".sendings .badge").first).to_be_visible()
    look(page, "j16-catatan-pengiriman")

    again = enter("lampung-barat.kadis", PHONE, path=f"/ingatkan/?tugas={task.pk}")
    expect(again.locator("main")).to_contain_text("sudah diingatkan")
    expect(again.locator("main")).to_contain_text("oleh Contoh Operator DP2KBP3A")
    expect(again.locator("form.bar")).to_have_count(0)
    look(again, "j16-sudah-diingatkan")


def test_whoever_has_nobody_late_is_told_so(stack: Stack, enter: Enter) -> None:
    page = enter(KABID, path="/ingatkan/?jenis=tidak-ada&wilayah=0&tugas=0")
    expect(page.locator("main")).to_contain_text("Tidak ada yang terlambat di sini.")


def test_my_channels_fit_a_phone(stack: Stack, enter: Enter) -> None:
    page = enter(KABID, PHONE, path="/saluran/")
    page.get_by_label("Nomor WhatsApp").fill("0812 3456 7890")
    page.get_by_label("Ringkasan harian").check()
    look(page, "saluran-saya")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_text("Saluran Anda tersimpan.").wait_for()


def test_the_calendar_address_is_shown_once(stack: Stack, enter: Enter) -> None:
    page = enter(KABID, path="/kalender/")
    page.get_by_role("button", name="Buat alamat kalender").click()
    address = page.get_by_label("Alamat", exact=True).input_value()
    look(page, "kalender")
    answer = page.context.request.get(address)
    assert answer.text().startswith("BEGIN:VCALENDAR")
    page.goto("/kalender/")
    expect(page.get_by_label("Alamat", exact=True)).to_have_count(0)
