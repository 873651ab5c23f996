"""The stage itself stands: the stories went as told, somebody logs in on a phone and finds what waits."""

import pytest

from tests.journeys.conftest import Enter
from tests.journeys.looking import PHONE, look
from tests.journeys.stack import Stack
from tests.stories import PASSWORD

pytestmark = pytest.mark.nightly


def test_somebody_logs_in_on_a_phone_and_finds_what_waits(stack: Stack, enter: Enter) -> None:
    page = enter(device=PHONE)
    page.get_by_label("Nama pengguna").fill("lampung-barat.kabag")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("heading", name="Kelompok Kerja Kampung Keluarga Berkualitas").first.wait_for()
    look(page, "tugas-saya")


def test_a_session_made_beside_the_browser_is_as_good(stack: Stack, enter: Enter) -> None:
    page = enter("lampung-barat.kabag")
    page.get_by_role("heading", name="Tugas saya").wait_for()
