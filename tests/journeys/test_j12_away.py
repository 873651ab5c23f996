"""J12 · The Bupati is away: a Plh. takes over by an order with days and a matrix, and hands back with everything on record."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.backend.pages.decrees import approved_up_to, handed_in, set_up, task_of
from tests.journeys.looking import PHONE, look
from tests.journeys.stack import Stack
from tests.people import person
from tests.pictures import png
from tests.world import BEGIN, World, build_world, on_day
from workflows.decrees.models import Decree
from workflows.organisation.mandates import signature_lines
from workflows.organisation.models import Mandate, SigningPolicy, Substitution

pytestmark = pytest.mark.nightly

PASSWORD = "rumah-di-tepi-danau"
TUESDAY, FRIDAY = BEGIN + timedelta(days=1), BEGIN + timedelta(days=4)


@pytest.fixture(scope="module")
def seat(empty_stack: Stack) -> tuple[Stack, World, list[Decree]]:
    """Two decrees wait for the Bupati; nobody else may act for him yet."""
    world: World = build_world()
    set_up(world)
    Mandate.objects.filter(pk=world.by("dedi").pk).update(until=BEGIN - timedelta(days=1))
    for login in ("citra", "indra"):
        who = person(login)
        who.set_password(PASSWORD)
        who.save()
    made = [handed_in(world, subject=f"Contoh keputusan {n}", effects=[]) for n in (1, 2)]
    return empty_stack, world, [approved_up_to(world, decree, "regent") for decree in made]


@contextmanager
def at_hand(seat: Any, browser: Browser, login: str, mandate: Mandate | None = None) -> Iterator[Page]:
    """On his phone; as the holder of a mandate where he has several."""
    stack = seat[0]
    context = browser.new_context(base_url=stack.url, locale="id-ID", **PHONE)
    context.add_cookies([{"name": "sessionid", "value": stack.session_of(login), "url": stack.url}])
    page = context.new_page()
    page.goto("/")
    if mandate:
        page.goto("/penugasan/")
        page.locator(f"button[value='{mandate.pk}']").click()
    yield page
    context.close()


def name_indra(page: Page, folder: Path, since: str, until: str, shots: bool = False) -> Substitution:
    order = folder / "spt.png"
    order.write_bytes(png(300, 400))
    page.goto("/pengganti/")
    page.get_by_role("link", name="Tunjuk pengganti").click()
    sekda = Mandate.objects.get(person=person("indra"), capacity="definitif")
    page.get_by_label("Pengganti", exact=True).select_option(str(sekda.pk))
    page.get_by_label("Mulai").fill(since)
    page.get_by_label("Sampai dengan").fill(until)
    page.get_by_label("Nomor surat perintah").fill("SPT 800/12/2024")
    page.get_by_label("Foto atau PDF surat perintah").set_input_files(order)
    if shots:
        look(page, "j12-tunjuk-pengganti")
    page.get_by_role("button", name="Lanjut, periksa lalu tetapkan").click()
    page.get_by_label("Kata sandi akun Siklus Anda").fill(PASSWORD)
    if shots:
        look(page, "j12-tetapkan")
    page.get_by_role("button", name="Tetapkan pengganti").click()
    expect(page.get_by_role("heading", name="Yang diputuskan selama Anda tidak ada")).to_be_visible()
    return Substitution.objects.latest("pk")


def decide(page: Page, decree: Decree) -> None:
    page.goto(f"/tugas/{task_of(decree).pk}/")
    page.locator("#form-decide textarea[name=reason]").fill("Bupati dinas luar; keputusan mendesak.")
    page.locator("button[form=form-decide]").click()
    page.get_by_role("heading", name="Tercatat").wait_for()


def test_the_plh_acts_within_his_order_and_the_bupati_sees_what_was_done(
    seat: Any, browser: Browser, tmp_path: Path
) -> None:
    _stack, world, (first, second) = seat
    with at_hand(seat, browser, "citra") as page:
        one = name_indra(page, tmp_path, BEGIN.isoformat(), FRIDAY.isoformat(), shots=True)
        look(page, "j12-ditetapkan")
    made = Mandate.objects.get(substitution=one)
    assert signature_lines(made, BEGIN) == ["Plh. BUPATI CONTOH RAYA"]

    with at_hand(seat, browser, "indra", made) as page:
        expect(page.locator(".acting")).to_contain_text("Plh. Bupati Contoh Raya")
        expect(page.locator(".acting")).to_contain_text("Berlaku s.d. 8 Maret 2024 (SPT 800/12/2024).")
        assert page.locator("main .rows > li").count() == 2
        look(page, "j12-antrean-plh")
        page.goto(f"/tugas/{task_of(first).pk}/")
        expect(page.get_by_text("Surat perintah penugasan Anda tidak mencakup tindakan ini").first).to_be_visible()
        expect(page.get_by_text("Yang dapat: Bupati Contoh Raya").first).to_be_visible()
        look(page, "j12-tidak-tercakup")

    SigningPolicy.objects.create(region=world.regency, doc_class="regent_decree", capacity="plh", verdict="warn")
    with at_hand(seat, browser, "citra") as page:
        page.goto(f"/pengganti/{one.pk}/")
        page.get_by_role("button", name="Akhiri penugasan hari ini").click()
        expect(page.locator(".badge.handed_back")).to_be_visible()
        on_day(TUESDAY)
        wider = name_indra(page, tmp_path, TUESDAY.isoformat(), FRIDAY.isoformat())
    made = Mandate.objects.get(substitution=wider)
    with at_hand(seat, browser, "indra", made) as page:
        decide(page, first)
    first.refresh_from_db()
    assert first.signatory == made

    on_day(FRIDAY + timedelta(days=1))
    with at_hand(seat, browser, "indra") as page:
        expect(page.locator(".acting")).not_to_contain_text("Plh.")
        expect(page.get_by_text("Tidak ada yang menunggu keputusan Anda.")).to_be_visible()
        expect(page.locator("main .rows")).to_have_count(0)
        page.goto(f"/pengganti/{wider.pk}/")
        expect(page.locator(".told")).to_contain_text("menetapkan keputusan")
        look(page, "j12-riwayat-pengganti")
    with at_hand(seat, browser, "citra") as page:
        assert page.locator("main .rows > li").count() >= 1
        page.goto(f"/pengganti/{wider.pk}/")
        expect(page.get_by_role("heading", name="Yang diputuskan selama Anda tidak ada")).to_be_visible()
        expect(page.locator(".told").get_by_role("link", name="Contoh keputusan 1")).to_be_visible()
        look(page, "j12-selama-tidak-ada")
    assert task_of(second).office == world.office("regent")
