"""J16 · Somebody of the agency finds who is late and reminds only them; a second press sends nothing."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Enter
from tests.journeys.looking import PHONE, look
from tests.journeys.stack import Stack
from worker.models import Delivery
from worker.quiet import wait_until_quiet
from workflows.core.clock import today
from workflows.organisation.models import Person, Region
from workflows.routes.models import Assignment

pytestmark = pytest.mark.nightly
KABID = "lampung-barat.operator"
OPERATOR, HEAD = "kubu-raya.operator", "kubu-raya.kadis"
NUDGES = Delivery.objects.filter(outbox__topic="nudge")


@pytest.fixture
def late() -> set[int]:
    """The offices of Rasau Jaya that have not followed the decree up; two of their heads have an e-mail address."""
    place = Region.objects.get(codes__code="61.12.07", codes__until=None)
    tasks = Assignment.objects.filter(state="open", due_on__lt=today(), region__path__startswith=place.path)
    offices = set(tasks.values_list("office", flat=True))
    for head in Person.objects.filter(mandates__office__in=sorted(offices)[:2], mandates__capacity="definitif"):
        Person.objects.filter(pk=head.pk).update(email=f"kades{head.pk}@desa.example")
    return offices


def to_the_list(page: Page, late: set[int]) -> None:
    """From the overview of the regency to the one bar, and from there to who would be told."""
    page.get_by_role("link", name="Pantauan").click()
    page.get_by_role("heading", name="Paling lama menunggu").wait_for()
    waiting = page.get_by_role("region", name="Menunggu")
    waiting.get_by_text("Dari mana angka ini").click()
    expect(waiting.get_by_text("Lewat tenggat: tenggatnya sebelum hari ini.")).to_be_visible()
    page.get_by_role("link", name="Cakupan").click()
    bar = page.locator(".bars > li").filter(has=page.get_by_role("link", name="Rasau Jaya", exact=True))
    bar.get_by_role("link", name=f"{len(late)} tugas terlambat").click()
    page.get_by_role("link", name=f"Ingatkan {len(late)} yang terlambat").click()
    expect(page.locator("main .rows > li")).to_have_count(len(late))


def press(page: Page) -> None:
    page.locator("form.bar button").click()


def test_only_the_late_are_reminded_and_a_second_press_says_so(stack: Stack, enter: Enter, late: set[int]) -> None:
    regency = Region.objects.get(codes__code="61.12", codes__until=None)
    page = enter(OPERATOR, path=f"/wilayah/{regency.pk}/")
    to_the_list(page, late)
    assert not NUDGES.exists(), "a list tells nobody"
    look(page, "j16-ingatkan")
    beside = enter(HEAD, PHONE, path=page.url)

    # In the morning of a working day the clock writes to the same people beside.
    stack.post_office.unknown = {Person.objects.filter(email__endswith="@desa.example").earliest("pk").email}
    press(page)
    page.get_by_role("heading", name="Catatan pengiriman").wait_for()
    wait_until_quiet()
    page.reload()
    assert set(NUDGES.values_list("outbox__office", flat=True)) == late
    expect(page.locator(".sendings .badge.sent").first).to_be_visible()
    expect(page.locator(".sendings .badge.failed")).to_have_count(1)
    expect(page.locator(".sendings .badge.no_channel").first).to_be_visible()
    look(page, "j16-catatan-pengiriman")

    told = NUDGES.count()
    press(beside)
    expect(beside.locator("main")).to_contain_text("Tidak ada yang dikirim: semuanya sudah diingatkan hari ini")
    expect(beside.get_by_text("sudah diingatkan")).to_have_count(len(late) + 1)
    expect(beside.locator("main .badge").first).to_contain_text("lalu, oleh Contoh Operator DP3KB")
    expect(beside.locator("form.bar")).to_have_count(0)
    look(beside, "j16-sudah-diingatkan")
    wait_until_quiet()
    assert NUDGES.count() == told


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
