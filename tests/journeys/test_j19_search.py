"""J19, its first step: the auditor finds a decision by its number, and whatever else he remembers of it."""

import pytest

from tests.journeys.conftest import Enter
from tests.journeys.looking import DESKTOP, look
from tests.journeys.stack import Stack

pytestmark = pytest.mark.nightly


def test_a_decree_is_found_by_its_number_and_opens(stack: Stack, enter: Enter) -> None:
    page = enter("lampung-barat.kabag", DESKTOP, "/cari/")
    page.locator("main").get_by_label("Cari").fill("b 0100 kpts 2024")
    page.locator("main").get_by_role("button", name="Cari").click()
    page.get_by_role("link", name="B/100/KPTS/III.06/2024", exact=True).wait_for()
    look(page, "cari-nomor")
    page.get_by_role("link", name="B/100/KPTS/III.06/2024", exact=True).click()
    page.get_by_role("heading", name="Riwayat").wait_for()


def test_a_slip_of_the_pen_leads_to_the_village(stack: Stack, enter: Enter) -> None:
    page = enter("lampung-barat.kabag", DESKTOP, "/cari/?q=Sekinau")
    look(page, "cari-kosong")
    page.get_by_role("link", name="Cari Sekincau").click()
    page.get_by_role("heading", name="Desa dan wilayah").wait_for()
    look(page, "cari-desa")
