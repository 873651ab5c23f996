"""J10 · The Sekda decides what goes up: a disposition in two taps, recalled before it was read; a paraf; a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.backend.pages.decrees import approved_up_to, handed_in, set_up
from tests.journeys.looking import TABLET, look
from tests.journeys.stack import Stack
from tests.world import World, build_world
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


def test_the_counts_agree_with_the_lists(seat: Stack, browser: Browser) -> None:
    with at_desk(seat, browser, "indra") as page:
        expect(page.get_by_role("link", name="Perlu keputusan 4")).to_be_visible()
        assert page.locator("main .rows > li").count() == 4
        look(page, "j10-perlu-keputusan")
        page.get_by_role("link", name="Dipantau 2").click()
        assert page.locator("main .rows > li").count() == 2
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
            assert other.locator("main .rows > li").count() == 1, "the recalled one is gone"
            other.get_by_role("link", name="Tinjau").first.click()
            expect(other.get_by_text("Telaah dan lapor").first).to_be_visible()
        page.reload()
        expect(page.get_by_text("dibaca Contoh Joko")).to_be_visible()
        expect(page.get_by_role("button", name="Tarik kembali disposisi")).to_have_count(0)
