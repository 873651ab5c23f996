"""*Tahun ini* shows the rooms that are open to who is acting."""

from datetime import date

import pytest

from backend.pages.acting import Acting
from backend.year import cards
from backend.year.card import Card
from tests.backend.pages.decrees import as_official
from tests.world import World
from workflows.organisation.models import Level


def for_villages(acting: Acting) -> Card | None:
    if acting.region.level != Level.VILLAGE:
        return None
    return Card("Laporan", "file-text", "/laporan/", "Satu laporan belum dikirim.", date(2020, 1, 3))


def for_all(acting: Acting) -> Card:
    return Card("Lomba", "award", "/lomba/", "Belum ada lomba.")


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "ROOMS", [for_villages, for_all])


def page_of(world: World, login: str) -> str:
    return as_official(world, login).get("/tahun-ini/").content.decode()


def test_rooms_stand_in_their_order_with_what_waits(world: World, rooms: None) -> None:
    page = page_of(world, "ani")
    assert page.index("Satu laporan belum dikirim.") < page.index("Belum ada lomba.")
    assert page.count('<li class="late">') == 1


def test_a_room_that_is_closed_to_me_is_not_there(world: World, rooms: None) -> None:
    page = page_of(world, "hadi")
    assert "Lomba" in page
    assert "Satu laporan" not in page


def test_without_any_room_there_is_a_way_on(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "ROOMS", [])
    assert "tidak menjadi bagian kantor Anda" in page_of(world, "hadi")
