"""Conveyances and originals through the API: the acts and what they leave."""

import pytest

from workflows.core.door import perform
from workflows.decrees.models import Decree


@pytest.fixture
def hadi(client_of):
    return client_of("hadi")


def test_a_decree_is_conveyed_and_the_receivers_are_listed(in_force, hadi):
    url = f"/api/decrees/{in_force.pk}/"
    done = hadi.act(url, "convey", values={"conveyed_on": "2024-03-04", "channel": "whatsapp", "rows": [2]})
    assert done.status_code == 201, done.json()
    [one] = hadi.get(f"{url}conveyances/").json()["results"]
    assert (one["row"], one["region"]["name"], one["channel"]) == (2, "Contoh Dua", "whatsapp")
    assert one["receiver"] == "Kepala Desa Contoh Dua"


def test_a_village_sees_what_it_received_and_nobody_elses(in_force, hadi, client_of):
    url = f"/api/decrees/{in_force.pk}/"
    hadi.act(url, "convey", values={"conveyed_on": "2024-03-04", "channel": "hand"})
    assert [one["row"] for one in client_of("fitri").get(f"{url}conveyances/").json()["results"]] == [1]
    refused = client_of("fitri").act(url, "convey", values={"conveyed_on": "2024-03-04", "channel": "hand", "rows": [1]})
    assert refused.json()["problems"][0]["rule"] == "my_office_keeps_its_papers"


@pytest.mark.parametrize("wrong", [
    {"conveyed_on": None}, {"conveyed_on": 5}, {"rows": "1"}, {"rows": [True]}, {"rows": [2**40]}, {"rows": [[]]}, {"proof": "1"},
])  # fmt: skip
def test_nonsense_is_a_400(in_force, hadi, wrong):
    values = {"conveyed_on": "2024-03-04", "channel": "hand"} | wrong
    assert hadi.act(f"/api/decrees/{in_force.pk}/", "convey", values=values).status_code == 400


def test_what_is_foreign_does_not_exist(world, decree, client_of):
    for part in ("conveyances", "originals"):
        assert client_of("eko").get(f"/api/decrees/{decree.pk}/{part}/").status_code == 404


def test_originals_of_ink(world, draft, hadi):
    Decree.objects.filter(pk=draft.pk).update(signing="ink")
    perform(Decree.submit, draft, by=world.by("ani", "agency"))
    url = f"/api/decrees/{draft.pk}/"
    done = hadi.act(url, "record_serials", values={"serials": [{"copy": 1, "serial": "a 1"}]})
    assert done.status_code == 201, done.json()
    assert [(one["copy"], one["serial"]) for one in hadi.get(f"{url}originals/").json()["results"]] == [(1, "A 1")]
    for nonsense in ([], [1], [{"copy": True, "serial": "x"}], [{"copy": 1}], [{"copy": 1, "serial": None}]):
        assert hadi.act(url, "record_serials", values={"serials": nonsense}).status_code == 400, nonsense
