"""Contests over the API: an integrator enters a village, a juror scores it, and nobody reads points before the locking."""

import pytest

from tests.backend.api.conftest import Api
from tests.backend.api.test_coaching import of
from tests.contest_world import EVEN, ContestWorld, build_contest_world
from workflows.contests.models import Entry


@pytest.fixture
def world(db: None) -> ContestWorld:
    return build_contest_world()


def begin(fitri: Api, world: ContestWorld, contest: int, village: int = 0, key: str = "a") -> dict:
    body = {"village": world.kampung[village].pk}
    return fitri.post(f"/api/contests/{contest}/entries/", body, headers={"Idempotency-Key": key}).json()


def test_a_village_enters_once_and_is_nominated(world: ContestWorld) -> None:
    contest, fitri = world.contest().pk, of("fitri")
    entry = begin(fitri, world, contest)
    assert begin(fitri, world, contest)["id"] == entry["id"]
    assert "nominate" in [one["name"] for one in entry["available_transitions"]]
    assert fitri.act(f"/api/entries/{entry['id']}/", "nominate", "b").status_code == 201
    assert Entry.objects.get().state == "nominated"
    told = begin(fitri, world, contest, key="c")
    assert "sudah dicalonkan" in told["errors"]["kampung"]
    assert "tidak ada" in begin(fitri, world, contest, village=1, key="d")["errors"]["village"]


def test_a_juror_scores_and_the_story_keeps_his_points(world: ContestWorld) -> None:
    contest, [entry, _other] = world.judged()
    joko = of("joko")
    seat = next(one for one in joko.get(f"/api/contests/{contest.pk}/").json()["jurors"] if one["chair"])
    asked = {"values": {"juror": seat["id"], "points": EVEN | {"output": "77.13"}}}
    assert joko.act(f"/api/entries/{entry.pk}/", "score", "a", **asked).status_code == 201
    for login in ("hadi", "citra", "indra"):
        assert "77.13" not in of(login).get(f"/api/entries/{entry.pk}/transitions/").content.decode()
    assert of("fitri").act(f"/api/entries/{entry.pk}/", "score", "b", **asked).status_code in (403, 422)


def test_the_organiser_locks_and_the_ranking_is_there(world: ContestWorld) -> None:
    contest, entries = world.judged()
    for entry in entries:
        world.score_by_all(entry)
        world.visit(entry)
    at = f"/api/contests/{contest.pk}/"
    assert of("budi").act(at, "lock_ranking").status_code == 403
    assert of("hadi").act(at, "lock_ranking").status_code == 201
    assert of("hadi").get(at).json()["ranking"]["places"][0]["rank"] == 1
