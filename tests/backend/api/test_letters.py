"""Letters by the API: started, edited with their version, issued, signed, copied; what is foreign is not there."""

import pytest

from tests.decree_world import fresh
from tests.ground import Ground, ground_of
from tests.letter_world import LetterWorld, build_letter_world
from workflows.letters.models import Letter

ground = ground_of(build_letter_world)


@pytest.fixture
def world(db, ground: Ground) -> LetterWorld:
    return ground()


@pytest.fixture
def proposal(world):
    return world.handed_in()


def test_from_a_draft_to_the_signature(world, proposal, client_of):
    budi = client_of("budi")
    made = budi.post("/api/letters/", {"kind": "rekomendasi", "concerns": proposal.pk, "nature": "Segera"}).json()
    url = f"/api/letters/{made['id']}/"
    assert (made["state"], made["fields"]["nature"], made["missing"]) == ("draft", "Segera", {})
    version = made["file"]["version"]
    edited = budi.patch(url, {"subject": "Rekomendasi Contoh", "version": version}).json()
    assert edited["subject"] == "Rekomendasi Contoh"
    assert budi.patch(url, {"subject": "Lain", "version": version}).status_code == 409
    offers = {offer["name"]: offer for offer in edited["available_transitions"]}
    assert offers["finalise"]["problems"] == []
    assert budi.act(url, "finalise", version=edited["file"]["version"]).status_code == 201
    world.paper_made(fresh(Letter.objects.get()))
    [task] = [task for task in budi.tasks() if task["kind"] == "sign_document"]
    assert budi.do(task, "sign").status_code == 201
    shown = budi.get(url).json()
    assert (shown["state"], shown["issue"]["number"]) == ("signed", "400.13/1/CH/2024")
    assert [entry["act"] for entry in budi.get(f"{url}transitions/").json()["results"]][:1] == ["letters.Letter.finalise"]


def test_what_a_draft_lacks_is_shown_and_refused_by_field(world, proposal, client_of):
    ani = client_of("ani")
    made = ani.post("/api/letters/", {"kind": "berita_acara", "concerns": proposal.pk}).json()
    assert "body.held_on" in made["missing"]
    refused = ani.act(f"/api/letters/{made['id']}/", "finalise")
    assert (refused.status_code, "body.held_on" in refused.json()["errors"]) == (400, True)


@pytest.mark.parametrize(("body", "field"), [
    ({"kind": "surat_kaleng"}, "kind"), ({"kind": "salinan"}, "kind"), ({"concerns": 10**9}, "concerns"),
    ({"nature": "Cepat"}, "nature"), ({"parties": [{"role": "Saksi"}, {"office": 10**9}]}, "parties.2"),
])  # fmt: skip
def test_what_is_wrong_is_named(world, proposal, client_of, body, field):
    asked = {"kind": "rekomendasi", "concerns": proposal.pk} | body
    refused = client_of("budi").post("/api/letters/", asked)
    assert (refused.status_code, list(refused.json()["errors"])) == (400, [field])
    assert not Letter.objects.exists()


def test_another_office_is_told_who_writes_it(world, proposal, client_of):
    refused = client_of("fitri").post("/api/letters/", {"kind": "rekomendasi", "concerns": proposal.pk})
    assert refused.status_code == 422
    assert refused.json()["problems"][0]["solved_by"] == "camat"


def test_copies_of_a_decree_in_one_request(world, client_of):
    decree = world.issued()
    budi = client_of("budi")
    made = budi.post(f"/api/decrees/{decree.pk}/copies/", {"kind": "petikan", "rows": [1, 3], "signing": "ink"})
    assert {copy["signing"] for copy in made.json()} == {"ink"}
    assert [copy["issue"]["number"] for copy in made.json()] == [decree.issue["number"]] * 2
    assert budi.post(f"/api/decrees/{decree.pk}/copies/", {"kind": "petikan", "rows": [7]}).json()["errors"].keys() == {"rows.7"}
    assert client_of("hadi").post(f"/api/decrees/{decree.pk}/copies/", {"kind": "salinan"}).status_code == 422
    seen = client_of("fitri").get("/api/letters/?kind=petikan").json()["results"]
    assert [copy["region"]["id"] for copy in seen] == [world.villages[0].pk]


def test_foreign_letters_and_decrees_are_not_there(world, proposal, client_of):
    letter = world.letter("rekomendasi", proposal, world.by("budi", "camat"))
    eko, url = client_of("eko"), f"/api/letters/{letter.pk}/"
    assert [eko.get(url).status_code, eko.patch(url, {"version": 0}).status_code] == [404, 404]
    assert eko.act(url, "cancel", reason="Contoh").status_code == 404
    assert eko.post(f"/api/decrees/{world.walked().pk}/copies/", {"kind": "salinan"}).status_code == 404
    assert eko.get("/api/letters/").json()["results"] == []
    assert eko.post("/api/letters/", {"kind": "berita_acara", "concerns": proposal.pk}).json()["errors"].keys() == {"concerns"}
