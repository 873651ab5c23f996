"""J11 · The Bupati decides on 136 villages in the car: on a phone, a slow line, in under a minute, and exactly once."""

import re
import time

import pytest
from playwright.sync_api import CDPSession, Page, Route, expect

from backend.accounts.invitations import invite
from tests.journeys.conftest import Enter
from tests.journeys.looking import FAST_3G, PHONE, look, network, slow_processor
from tests.journeys.stack import Stack
from tests.journeys.test_j02_first_users import on_a_phone
from tests.journeys.yearly_decree import hurried_on, yearly_decree
from worker.quiet import wait_until_quiet
from workflows.core.door import perform
from workflows.core.models import JournalEntry
from workflows.decrees.models import Decree
from workflows.organisation.models import Person
from workflows.routes.models import Assignment

pytestmark = pytest.mark.nightly

BUPATI = "lampung-barat.bupati"
DECIDE = "Setujui & tanda tangani"


@pytest.fixture
def task(stack: Stack) -> Assignment:
    """It waits for him; where an earlier test has decided, that is taken back first."""
    wait_until_quiet()
    if decided := Assignment.objects.filter(file=yearly_decree().pk, kind="sign", state="approved").first():
        perform(Assignment.withdraw_decision, decided, by=decided.mandate, reason="Diktum perlu diperiksa lagi.")
    return hurried_on(yearly_decree(), "regent")


def decisions(task: Assignment) -> int:
    return JournalEntry.objects.filter(act="routes.Assignment.decide", subjects__file_id=task.file_id).distinct().count()


def in_the_car(page: Page, task: Assignment, host: str = "") -> CDPSession:
    """The link of the message leads to the card; what comes back is the page's network."""
    line = network(page, **FAST_3G)
    slow_processor(page)
    page.goto(f"{host}/tugas/{task.pk}/")
    return line


def with_a_passkey(stack: Stack, enter: Enter) -> Page:
    """His phone, on which he has once come in by finger; it calls the stack by its name."""
    bupati = Person.objects.get(username=BUPATI)
    phone = on_a_phone(enter, stack, f"undangan/{invite(bupati, bupati)}/")
    phone.get_by_role("button", name="Pakai kunci sandi HP ini").click()
    phone.get_by_role("heading", name="Anda sudah masuk").wait_for()
    return phone


def connected(line: CDPSession, there: bool) -> None:
    line.send("Network.emulateNetworkConditions", {"offline": not there, **FAST_3G})


def test_the_first_screen_says_all_that_he_must_know(task: Assignment, enter: Enter) -> None:
    page = enter(BUPATI, PHONE, "about:blank")
    in_the_car(page, task)
    told = [
        page.get_by_role("heading", level=1, name=task.file.title),
        page.locator(".card").get_by_text(re.compile(r"136 \S+ di 15 kecamatan")),
        page.get_by_role("list", name="Yang sudah menyetujui"),
        page.locator(".card").get_by_text("Tidak ada perubahan sejak paraf Sekda"),
        page.locator(".bar").get_by_role("button", name=DECIDE),
        page.locator(".bar").get_by_role("link", name="Kembalikan untuk perbaikan"),
    ]
    assert page.evaluate("scrollY") == 0
    for one in told:
        expect(one).to_be_in_viewport(ratio=1)
    for who in ("Bagian Hukum", "Asisten", "Sekda"):
        expect(told[2].get_by_role("listitem").filter(has_text=who)).to_contain_text(re.compile(r"\d+ \w+"))
    assert page.locator(".bar .main").count() == 1, "one filled button"
    look(page, "j11-kartu")
    aloud = page.locator("main").aria_snapshot()
    assert f'heading "{task.file.title}" [level=1]' in aloud
    assert f'button "{DECIDE}"' in aloud
    assert "Lalu Anda menandatangani naskah akhirnya." in aloud


def lose_one_answer(page: Page) -> list[int]:
    """The next decision reaches the server, whose answer is lost on the way; its status is kept in the list."""
    lost: list[int] = []

    def lose(asked: Route) -> None:
        lost.append(asked.fetch(max_redirects=0).status)
        asked.abort()

    page.route("**/decide/", lose, times=1)
    return lost


def test_offline_and_tapped_twice_it_is_decided_once(task: Assignment, enter: Enter) -> None:
    page, before = enter(BUPATI, PHONE, "about:blank"), decisions(task)
    line = in_the_car(page, task)
    connected(line, False)
    page.locator(".bar").get_by_role("button", name=DECIDE).dblclick()
    expect(page.locator(".bar")).to_contain_text("Menunggu jaringan, keputusan Anda belum tercatat")
    with page.expect_event("requestfailed"):
        pass  # it is tried again
    expect(page.get_by_role("heading", name="Tercatat")).to_have_count(0)
    assert decisions(task) == before

    lost = lose_one_answer(page)
    connected(line, True)
    page.get_by_role("heading", name="Tercatat").wait_for()
    assert [status < 400 for status in lost] == [True]
    expect(page.locator(".banner.done")).to_contain_text(re.compile(r"nomor rujukan \d+.*WIB", re.DOTALL))
    expect(page.get_by_text("Bagikan bukti")).to_be_visible()
    assert decisions(task) == before + 1


def test_from_the_link_to_the_signature_in_a_minute(stack: Stack, task: Assignment, enter: Enter) -> None:
    """Reading the list takes taps of its own; to decide takes one, and to sign by finger another."""
    page, before = with_a_passkey(stack, enter), decisions(task)
    began = time.monotonic()
    in_the_car(page, task, page.url.partition("/undangan/")[0])
    page.get_by_role("link", name="Lihat daftar").click()
    page.get_by_label("Cari desa/kelurahan").fill("Sekincau")
    expect(page.locator(".annex-list li:visible").first).to_contain_text("Sekincau")
    page.get_by_role("link", name="Ringkasan").click()

    page.locator(".bar").get_by_role("button", name=DECIDE).click()
    page.get_by_role("heading", name="Tercatat").wait_for()
    page.get_by_role("button", name="Tanda tangani", exact=True).first.click(timeout=60_000)
    page.wait_for_url("**/tercatat/**")
    page.get_by_role("heading", name="Tercatat").wait_for()
    assert time.monotonic() - began <= 60
    assert decisions(task) == before + 1
    assert Decree.objects.get(pk=task.file_id).state == "in_force"
    look(page, "j11-ditandatangani")
