from tests.world import upload
from workflows.villages.checklists import PRECONDITIONS

YES = {"met": True}


def test_a_village_proposes_itself_by_the_api_alone(world, client_of):
    ani = client_of("ani")
    made = ani.post("/api/proposals/", {"region": world.villages[0].pk, "era": 2024})
    assert made.status_code == 201, made.json()
    proposal = made.json()
    url = f"/api/proposals/{proposal['id']}/"
    body = {
        "version": proposal["file"]["version"],
        "preconditions": dict.fromkeys(PRECONDITIONS, YES),
        "profile": "Contoh.",
    }
    assert ani.patch(url, body).json()["preconditions"]["commitment"] == {"met": True, "note": ""}
    evidence = ani.post(f"{url}evidence/", {"kind": "minutes", "attachment": upload("ba.pdf").pk})
    assert evidence.status_code == 201, evidence.json()
    done = ani.act(url, "submit")
    assert done.status_code == 201, done.json()
    shown = ani.get(url).json()
    assert (shown["state"], [step["office"]["role"] for step in shown["steps"]][0]) == ("in_review", "village_head")


def test_bad_answers_are_named(world, client_of):
    proposal, ani = world.draft(), client_of("ani")
    url = f"/api/proposals/{proposal.pk}/"
    version = ani.get(url).json()["file"]["version"]
    bad = {"version": version, "preconditions": {"commitment": "ya", "lain": YES}, "letter_on": "kemarin"}
    refused = ani.patch(url, bad)
    assert (refused.status_code, set(refused.json()["errors"])) == (
        400, {"preconditions.commitment", "preconditions.lain", "letter_on"},
    )  # fmt: skip
    assert [*ani.post("/api/proposals/", {"region": 2**62, "era": 2024}).json()["errors"]] == ["region"]
    assert [*ani.post("/api/proposals/", {"region": world.district.pk, "era": 2024}).json()["errors"]] == ["region"]
    assert [*ani.post(f"{url}evidence/", {"kind": "minutes", "attachment": 2**62}).json()["errors"]] == ["attachment"]


def test_nobody_proposes_for_another_village(world, client_of):
    refused = client_of("eko").post("/api/proposals/", {"region": world.villages[0].pk, "era": 2024})
    assert (refused.status_code, refused.json()["problems"][0]["rule"]) == (403, "may_draft_for")


def test_proposals_are_filtered(world, client_of):
    proposal, ani = world.draft(), client_of("ani")
    found = lambda **query: [p["id"] for p in ani.get("/api/proposals/", query).json()["results"]]  # noqa: E731
    assert found(state="draft", village=proposal.kampung_id) == [proposal.pk]
    assert found(state="approved") == found(village=2**62) == []
