"""Anybody may read which decrees hold in a regency."""

from datetime import date

import pytest
from django.test import Client

from tests.decree_world import DecreeWorld
from tests.world import on_day
from workflows.core.door import perform
from workflows.decrees.models import Decree
from workflows.organisation.offices import system_mandate

pytestmark = pytest.mark.django_db


def test_what_is_in_force_is_listed_by_year(client: Client, world: DecreeWorld, decree: Decree) -> None:
    on_day(date(2025, 2, 3))
    later = world.issued(villages=[0], effects=[], subject="Penetapan tahun berikutnya")
    newest = client.get("/v/daftar/99.01").content.decode()
    assert f"/v/{later.file.token}" in newest
    assert f"/v/{decree.file.token}" not in newest
    assert f"/v/{decree.file.token}" in client.get("/v/daftar/99.01?tahun=2024").content.decode()
    assert client.get("/v/daftar/99.01?tahun=abc").content.decode() == newest


def test_what_does_not_hold_is_left_out(client: Client, world: DecreeWorld) -> None:
    draft, village = world.walked(villages=[2], subject="Rancangan"), world.issued("keputusan_kades", effects=["form"])
    over = world.issued(villages=[1], expires_on=date(2024, 12, 31), subject="Sudah berakhir")
    on_day(date(2025, 1, 2))
    perform(Decree.expire, over, by=system_mandate())
    page = client.get("/v/daftar/99.01?tahun=2024").content.decode()
    for absent in (draft, village, over):
        assert absent.file.token not in page


@pytest.mark.parametrize("path", ["/v/daftar/00.00", "/v/daftar/99", "/v/daftar/99.01.01"])
def test_another_code_is_not_found(client: Client, decree: Decree, path: str) -> None:
    assert client.get(path).status_code == 404
