"""J14: a citizen scans the code on a paper, on a cheap phone and a slow line, without scripts."""

import re

import pytest
from playwright.sync_api import Page

from backend.public.verdicts import verdict_on
from tests.journeys.conftest import Enter
from tests.journeys.looking import PHONE, SLOW_3G, look, network
from tests.journeys.stack import Stack
from tests.wire import Wire
from workflows.decrees.models import Decree

NIK = re.compile(r"(?<!\d)\d{16}(?!\d)")
PHONE_NUMBER = re.compile(r"(?<!\d)(\+62|08)\d{8,11}(?!\d)")


def decree(number: str) -> Decree:
    return Decree.objects.select_related("file").get(issue__number=number, file__region__codes__code="18.04")


def word(page: Page) -> str:
    return page.locator(".verdict .word").inner_text()


def test_the_code_leads_to_a_verdict_and_to_ones_own_village(stack: Stack, enter: Enter) -> None:
    page = enter(device=PHONE, path="about:blank", java_script_enabled=False)
    network(page, **SLOW_3G)
    wire = Wire(page)
    page.goto(f"/v/{decree('B/100/KPTS/III.06/2024').file.token}", wait_until="networkidle")
    assert word(page).startswith("Berlaku")
    assert page.get_by_text("Sekincau").count() > 0
    assert 0 < wire.bytes <= 25_000
    assert len(wire.urls) <= 2
    for personal in (NIK, PHONE_NUMBER):
        assert not personal.search(page.content())


def test_the_pages_look_as_they_should(stack: Stack, enter: Enter) -> None:
    page = enter(device=PHONE, path=f"/v/{decree('B/100/KPTS/III.06/2024').file.token}")
    look(page, "cek-berlaku")
    page.goto("/v")
    look(page, "cek")
    page.goto("/v/daftar/18.04")
    look(page, "cek-daftar")


def test_a_wrong_digit_is_helped(stack: Stack, enter: Enter) -> None:
    page = enter(device=PHONE, path="/v", java_script_enabled=False)
    page.get_by_label("Nomor keputusan").fill("B/109/KPTS/III.06/2024")
    page.get_by_role("button", name="Cek nomor").click()
    assert word(page) == "Tidak ditemukan"
    page.get_by_role("link", name="B/100/KPTS/III.06/2024").click()
    assert word(page).startswith("Berlaku")


@pytest.mark.parametrize("state", ["revoked", "annulled", "expired", "amended"])
def test_what_no_longer_holds_as_it_was_says_so(stack: Stack, enter: Enter, state: str) -> None:
    for found in Decree.objects.filter(state=state).select_related("file")[:3]:
        page = enter(device=PHONE, path=f"/v/{found.file.token}", java_script_enabled=False)
        assert word(page) == str(verdict_on(found).word)
        if found.linked_from.exists():
            page.locator(".banner a").first.click()
            assert word(page)


def test_a_file_is_compared_without_being_sent(stack: Stack, enter: Enter) -> None:
    found = decree("B/100/KPTS/III.06/2024")
    page, sent = enter(device=PHONE, path=f"/v/{found.file.token}"), []
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh naskah aslinya").click()
    page.goto("/v")
    page.on("request", lambda asked: sent.append(asked.method))
    page.locator("#id_berkas").set_input_files(download.value.path())
    page.get_by_role("button", name="Cek berkas").click()
    page.get_by_text("Berkas Anda persis berkas kami.").wait_for()
    assert "POST" not in sent
