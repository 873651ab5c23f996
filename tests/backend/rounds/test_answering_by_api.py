"""A client answers an evaluation, puts photos beside it and hands it in: as the pages do, with the same words."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.backend.api.test_attachments import pdf
from tests.backend.rounds.conftest import picture
from tests.backend.rounds.test_api import api
from tests.evaluation_world import ANSWERS, PHOTOS, EvaluationWorld
from workflows.evaluations.models import EvidencePhoto


def address_of(world: EvaluationWorld, village: int = 0) -> str:
    return f"/api/evaluations/{world.evaluation(village).pk}/"


def version_at(address: str, login: str = "ani") -> int:
    return api(login).get(address).json()["file"]["version"]


def sent(address: str, file: SimpleUploadedFile, section: str = "pokja", login: str = "ani", key: str = "", **more: Any) -> Any:
    headers = {"Idempotency-Key": key} if key else {}
    return api(login).post(f"{address}photos/", {"section": section, "file": file, **more}, format="multipart", headers=headers)


def test_an_evaluation_goes_from_its_questions_to_the_hand_in(world: EvaluationWorld) -> None:
    address, ani = address_of(world), api("ani")
    asks = ani.get(f"/api/rounds/{world.evaluation().round_id}/").json()["asks"]
    assert {section["key"] for section in asks["sections"]} >= {*ANSWERS}
    for section, answers in ANSWERS.items():
        saved = ani.patch(address, {"answers": {section: answers}, "version": version_at(address)})
        assert (saved.status_code, saved.json()["answers"][section]) == (200, answers)
    for n, (section, _name) in enumerate(PHOTOS):
        assert sent(address, picture(color=["red", "green", "blue", "black"][n]), section).status_code == 201
    assert ani.act(address, "submit").status_code == 201
    assert world.evaluation().state == "submitted"


def test_answers_are_added_and_taken_back(world: EvaluationWorld) -> None:
    address, ani = address_of(world), api("ani")
    ani.patch(address, {"answers": {"pokja": {"meets": True, "meetings": 12}}, "version": version_at(address)})
    ani.patch(address, {"answers": {"pokja": {"meetings": None}}, "version": version_at(address)})
    assert world.evaluation().answers["pokja"] == {"meets": True}


@pytest.mark.parametrize(("answers", "field"), [
    ({"pokja": {"meetings": -1}}, "pokja.meetings"), ({"pokja": {"weather": 1}}, "pokja.weather"),
    ({"weather": {"x": 1}}, "weather"), ({"pokja": {"meetings": [{"a": None}]}}, "pokja.meetings"),
    ({"pokja": 5}, "answers.pokja"), ([], "answers"),
])  # fmt: skip
def test_what_is_no_answer_is_named(world: EvaluationWorld, answers: Any, field: str) -> None:
    address = address_of(world)
    wrong = api("ani").patch(address, {"answers": answers, "version": version_at(address)})
    assert (wrong.status_code, [*wrong.json()["errors"]]) == (400, [field])
    assert world.evaluation().answers == {}


def test_only_the_villages_office_answers_until_it_is_handed_in(world: EvaluationWorld) -> None:
    address = address_of(world)
    given: dict[str, Any] = {"answers": {"pokja": {"meets": True}}, "version": version_at(address)}
    assert api("hadi").patch(address, given).status_code == 403
    assert api("eko").patch(address, given).status_code == 404
    assert sent(address, picture(), login="eko").status_code == 404
    assert api("ani").patch(address, given | {"version": given["version"] + 1}).status_code == 409
    world.handed_in_evaluation()
    late = api("ani").patch(address, given | {"version": version_at(address)})
    assert (late.status_code, [one["rule"] for one in late.json()["problems"]]) == (409, ["state"])
    assert sent(address, picture(color="red")).status_code == 409


def test_a_photo_is_taken_once_a_key_and_taken_away(world: EvaluationWorld) -> None:
    address = address_of(world)
    first, again = (sent(address, picture(), key="k", note="Rapat Contoh") for _twice in range(2))
    assert (first.status_code, first.json()) == (201, again.json())
    assert sent(address, picture(color="red"), key="k").json()["type"] == "urn:siklus:key-reused"
    [shown] = api("ani").get(address).json()["photos"]
    assert (shown["section"], shown["note"]) == ("pokja", "Rapat Contoh")
    one = f"{address}photos/{shown['id']}/"
    assert api("eko").delete(one).status_code == 404
    assert api("hadi").delete(one).status_code == 403
    assert api("ani").delete(f"{address_of(world, 1)}photos/{shown['id']}/").status_code == 404
    assert api("ani").delete(one).status_code == 204
    assert not EvidencePhoto.objects.exists()


def test_what_is_no_photo_or_has_no_section_is_said_at_its_field(world: EvaluationWorld) -> None:
    address = address_of(world)
    assert [*sent(address, SimpleUploadedFile("surat.pdf", pdf())).json()["errors"]] == ["file"]
    assert [*sent(address, SimpleUploadedFile("a.jpg", b"no picture")).json()["errors"]] == ["file"]
    assert [*sent(address, picture(), "weather").json()["errors"]] == ["section"]
    assert not EvidencePhoto.objects.exists()
