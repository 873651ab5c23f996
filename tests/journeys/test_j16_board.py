"""J16, the board half: the Kabid sees where things wait, and opens one bar; the figures and the lists agree."""

import pytest

from tests.journeys.conftest import Enter
from tests.journeys.looking import DESKTOP, PHONE, look
from tests.journeys.stack import Stack
from workflows.organisation.models import Region

pytestmark = pytest.mark.nightly

AGENCY = "lampung-barat.kadis"


def regency() -> Region:
    return Region.objects.get(codes__code="18.04", codes__until=None)


def test_the_longest_waiting_are_two_taps_away(stack: Stack, enter: Enter) -> None:
    page = enter(AGENCY, PHONE, f"/wilayah/{regency().pk}/")
    look(page, "wilayah")
    page.get_by_role("navigation", name="Bagian halaman wilayah").get_by_text("Pantauan").click()
    page.get_by_role("heading", name="Paling lama menunggu").wait_for()
    page.get_by_text("Dari mana angka ini").first.click()
    look(page, "pantauan")


def test_a_segment_of_a_bar_leads_to_as_many_villages_as_it_counts(stack: Stack, enter: Enter) -> None:
    page = enter(AGENCY, DESKTOP, f"/wilayah/{regency().pk}/")
    page.get_by_text("Angkanya dalam tabel").click()
    cell = page.get_by_role("row", name="Balik Bukit").get_by_role("link").nth(1)
    count = int(cell.inner_text())
    cell.click()
    page.get_by_role("heading", name="Tahap:").wait_for()
    assert page.locator("section[aria-labelledby=satuan] .rows > li").count() == count
    page.locator("section[aria-labelledby=satuan] .rows a").first.click()
    page.get_by_role("heading", name="Garis waktu").first.wait_for()
    look(page, "desa")
