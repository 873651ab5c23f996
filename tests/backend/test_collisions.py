"""Two who save what excludes each other, no lock between them: the database refuses the second, who is told and loses nothing."""

from datetime import date

import pytest
from django.db import transaction

from backend.pages import stationery
from tests.people import person
from tests.world import World, build_world
from workflows.organisation.models import Stationery

PASSWORD = "contoh-sandi-panjang"  # noqa: S105


@transaction.atomic
def another_was_quicker(whose, since, by, papers="", **said):
    """What nobody saw when he looked stands there when he saves."""
    for begun in (date(2024, 3, 1), since):
        Stationery.objects.create(region=whose, since=begun, set_by=by, papers=papers)


@pytest.fixture
def world(db) -> World:
    return build_world()


@pytest.fixture
def hadi(client, world):
    hadi = person("hadi")
    hadi.set_password(PASSWORD)
    hadi.save()
    client.post("/masuk/", {"username": "hadi", "password": PASSWORD})
    return client


@pytest.fixture
def path(world, monkeypatch):
    monkeypatch.setattr(stationery, "set_stationery", another_was_quicker)
    return f"/kop/wilayah/{world.regency.pk}/"


def test_the_second_is_told_and_finds_what_he_typed(hadi, path):
    typed = {"since": "2024-03-04", "papers": "", "head_lines": "", "address": "Jalan Contoh Panjang 1"}
    answer = hadi.post(path, typed, headers={"Origin": "http://testserver"})
    assert answer.status_code == 409
    assert "Orang lain baru saja mengubah hal yang sama" in answer.content.decode()
    assert not Stationery.objects.exists()
    waiting = hadi.get("/isian/").content.decode()
    assert f'action="{path}"' in waiting
    assert "Jalan Contoh Panjang 1" in waiting


def test_what_is_a_fault_of_ours_stays_one(hadi, path, monkeypatch):
    monkeypatch.setattr(stationery, "set_stationery", lambda *given, **said: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        hadi.post(path, {"since": "2024-03-04", "papers": "", "head_lines": ""})
