"""J10 · The Sekda decides what goes up: a disposition in two taps, recalled before it was read; a paraf; a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.backend.pages.decrees import approved_up_to, handed_in, set_up, task_of
from tests.journeys.looking import TABLET, look
from tests.journeys.stack import Stack
from tests.world import World, build_world
from worker.models import Delivery
from worker.quiet import wait_until_quiet
from workflows.decrees.models import Decree
from workflows.organisation.models import Mandate
from workflows.routes.models import Assignment


@pytest.fixture(scope="module")
def seat(empty_stack: Stack) -> Stack:
    """Four decrees wait for the Sekda, and two more for the Bupati after his paraf."""
    world: World = build_world()
    set_up(world)
    for n in range(6):
        approved_up_to(world, handed_in(world, subject=f"Contoh keputusan {n + 1}", effects=[]), "regent" if n > 3 else "secretary")
    return empty_stack


@contextmanager
def at_desk(seat: Stack, browser: Browser, login: str) -> Iterator[Page]:
    context = browser.new_context(base_url=seat.url, locale="id-ID", **TABLET)
    context.add_cookies([{"name": "sessionid", "value": seat.session_of(login), "url": seat.url}])
    page = context.new_page()
    page.goto("/")
    yield page
    context.close()


def instruct(page: Page, name: str) -> None:
    page.goto("/")
    page.get_by_role("link", name=f"Tinjau {name}").click()
    page.locator("#instruct > summary").click()
    page.locator("#instruct").get_by_label("Kepada").select_option(label=str(Assignment.objects.filter(
        office__role="assistant").first().office))  # fmt: skip
    page.locator("#instruct").get_by_role("button", name="Disposisi").click()
    page.get_by_role("heading", name="Tercatat").wait_for()
    page.get_by_role("link", name="Kembali ke berkas ini").click()


def decree(name: str) -> Decree:
    return Decree.objects.get(subject=name)


def test_the_counts_agree_with_the_lists(seat: Stack, browser: Browser) -> None:
    with at_desk(seat, browser, "indra") as page:
        expect(page.get_by_role("link", name="Perlu keputusan 4")).to_be_visible()
        expect(page.locator("main .rows > li")).to_have_count(4)
        look(page, "j10-perlu-keputusan")
        page.get_by_role("link", name="Dipantau 2").click()
        expect(page.locator("main .rows > li")).to_have_count(2)
        look(page, "j10-dipantau")


def test_a_disposition_is_recalled_until_it_was_read(seat: Stack, browser: Browser) -> None:
    with at_desk(seat, browser, "indra") as page:
        instruct(page, "Contoh keputusan 1")
        expect(page.get_by_role("region", name="Disposisi").get_by_text("belum dibaca")).to_be_visible()
        look(page, "j10-disposisi")
        page.get_by_role("button", name="Tarik kembali disposisi").click()
        page.get_by_role("heading", name="Tercatat").wait_for()
        instruct(page, "Contoh keputusan 2")
        with at_desk(seat, browser, "joko") as other:
            expect(other.get_by_text("Telaah dan lapor")).to_be_visible()
            expect(other.locator("main .rows > li"), "the recalled one is gone").to_have_count(1)
            other.get_by_role("link", name="Tinjau").first.click()
            expect(other.get_by_text("Telaah dan lapor").first).to_be_visible()
        page.reload()
        expect(page.get_by_text("dibaca Contoh Joko")).to_be_visible()
        expect(page.get_by_role("button", name="Tarik kembali disposisi")).to_have_count(0)


def test_a_paraf_takes_one_tap_and_sends_it_up(seat: Stack, browser: Browser) -> None:
    with at_desk(seat, browser, "indra") as page:
        page.get_by_role("link", name="Tinjau Contoh keputusan 3").click()
        bar = page.locator(".bar")
        expect(bar.locator(".verdict-main")).to_contain_text("Berlanjut ke Bupati Contoh Raya.")
        look(page, "j10-paraf")
        bar.locator(".main").click()
        page.get_by_role("heading", name="Tercatat").wait_for()
        expect(page.get_by_text("Bupati Contoh Raya – ")).to_be_visible()
        page.get_by_role("link", name="Kembali ke berkas ini").click()
        expect(page.get_by_role("list", name="Yang sudah menyetujui")).to_contain_text("Sekda")
        look(page, "j10-sesudah-paraf")
    assert task_of(decree("Contoh keputusan 3")).office.role == "regent"


def test_a_refusal_needs_a_reason_and_says_who_is_told(seat: Stack, browser: Browser) -> None:
    name, reason = "Contoh keputusan 4", "Desa Contoh Dua sudah ditetapkan tahun lalu."
    with at_desk(seat, browser, "indra") as page:
        page.get_by_role("link", name=f"Tinjau {name}").click()
        page.locator(".bar").get_by_role("link", name="Tolak").click()
        form = page.locator("#form-reject")
        agency = decree(name).file.office
        expect(form.locator(".consequence")).to_have_text(f"Berkas berakhir di sini; {agency.label} diberi tahu.")
        form.get_by_role("button", name="Tolak").click()
        expect(form.locator("textarea:invalid"), "no refusal without a reason").to_have_count(1)
        form.locator("[name=reason]").fill(reason)
        look(page, "j10-tolak")
        form.get_by_role("button", name="Tolak").click()
        page.get_by_role("heading", name="Tercatat").wait_for()
        page.goto("/")
        expect(page.get_by_role("link", name=f"Tinjau {name}")).to_have_count(0)
    assert decree(name).state == "rejected"
    wait_until_quiet()
    told = Delivery.objects.filter(outbox__topic="rejected", outbox__entry__subjects__file_id=decree(name).pk)
    in_office = set(Mandate.objects.filter(office=agency, until=None).values_list("person", flat=True))
    assert set(told.values_list("person", flat=True)) == in_office
    assert all(reason in row.text for row in told)
