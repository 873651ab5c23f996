from tests.backend.api.conftest import Api
from tests.decree_world import build_decree_world
from tests.people import person


def api(login: str) -> Api:
    client = Api()
    client.force_login(person(login))
    return client


def test_a_decree_is_found_by_number_village_and_words(db: None) -> None:
    decree = build_decree_world().issued()
    number = decree.issue["number"]
    by_number = api("citra").get("/api/search/", {"q": number}).json()
    assert [row["file"] for row in by_number["numbers"]] == [decree.pk]
    by_words = api("citra").get("/api/search/", {"q": decree.subject, "only": "files"}).json()
    assert decree.pk in [row["id"] for row in by_words["files"]]
    places = api("citra").get("/api/search/", {"q": "contoh satu"}).json()
    assert [row["name"] for row in places["regions"]] == ["Contoh Satu"]


def test_nothing_typed_is_said_by_field(db: None) -> None:
    build_decree_world()
    answer = api("citra").get("/api/search/")
    assert answer.status_code == 400
    assert "q" in str(answer.json())
