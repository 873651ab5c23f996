"""Changing a decree in force by the API, and reading it on a day as known at an instant."""

from datetime import date

import pytest

from tests.world import on_day
from workflows.core.door import perform
from workflows.decrees.models import Decree
from workflows.villages.models import KampungKB

APRIL = date(2024, 4, 1)


@pytest.fixture
def ani(world, client_of):
    return client_of("ani")


@pytest.fixture
def in_force(world, draft):
    perform(Decree.enter_old, draft, by=world.by("ani", "agency"), values={"number": "5 TAHUN 2024"}, on=date(2024, 2, 5))
    return f"/api/decrees/{draft.pk}/"


@pytest.fixture
def unit(world):
    return lambda village: KampungKB.objects.get(region=world.villages[village]).pk


def test_an_amendment_strikes_adds_and_corrects_and_says_what_it_does(world, ani, in_force, unit):
    made = ani.post(f"{in_force}changes/", {
        "kind": "amends", "take": [unit(0)], "correct": [{"village": unit(1), "name": "Contoh Sejahtera"}],
        "add": [{"code": "99.01.01.1003"}], "clauses": [{"clause": 1, "text": ""}],
    })  # fmt: skip
    assert made.status_code == 201, made.json()
    draft = made.json()
    assert draft["subject"] == "Perubahan atas Keputusan Bupati Contoh Raya Nomor 5 TAHUN 2024 tentang Penetapan Contoh Kampung KB"
    assert "Diktum KESATU dihapus." in draft["clauses"]
    rows = ani.get(f"/api/decrees/{draft['id']}/rows/").json()["results"]
    assert [row["effects"] for row in rows] == [["strike"], ["correct"], ["designate"]]
    assert [link["kind"] for link in ani.get(in_force).json()["linked_from"]] == ["amends"]


def test_what_is_chosen_wrongly_is_named(world, ani, in_force, unit):
    stranger = KampungKB.objects.create(region=world.villages[2])
    refused = ani.post(f"{in_force}changes/", {"kind": "amends", "take": [stranger.pk]})
    assert (refused.status_code, list(refused.json()["errors"])) == (400, ["rows"])
    assert ani.post(f"{in_force}changes/", {"kind": "replaces"}).status_code == 400
    assert Decree.objects.count() == 1


def test_another_office_starts_no_change(world, client_of, in_force):
    assert client_of("eko").post(f"{in_force}changes/", {"kind": "revokes"}).status_code in (404, 422)
    assert Decree.objects.count() == 1


def test_the_consolidated_text_of_a_day_as_known_at_an_instant(world, ani, in_force, unit):
    known = Decree.objects.get().facts.first().entry.at.isoformat()
    on_day(APRIL)
    made = ani.post(f"{in_force}changes/", {"kind": "amends", "take": [unit(0)], "effective_on": "2024-03-01"}).json()
    perform(Decree.enter_old, Decree.objects.get(pk=made["id"]), by=world.by("ani", "agency"), values={"number": "9 TAHUN 2024"},
            on=date(2024, 3, 1))  # fmt: skip
    listed = lambda **asked: [row["name"] for row in ani.get(f"{in_force}consolidated/", asked).json()["rows"]]  # noqa: E731
    assert listed() == ["Contoh Dua"]
    assert listed(on="2024-02-29") == ["Contoh Satu", "Contoh Dua"]
    assert listed(on="2024-03-15", known_on=known) == ["Contoh Satu", "Contoh Dua"]
    village = f"/api/villages/{unit(0)}/"
    assert ani.get(village, {"on": "2024-03-15"}).json()["stage"] == "revoked"
    assert ani.get(village, {"on": "2024-03-15", "known_on": known}).json()["stage"] == "designated"
    assert ani.get(f"{in_force}consolidated/", {"on": "kapan"}).status_code == 400
