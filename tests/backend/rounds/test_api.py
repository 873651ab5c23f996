"""Rounds and evaluations by the API: read by whoever may see them on the pages."""

from datetime import date
from typing import Any

import pytest

from tests.backend.api.conftest import Api
from tests.backend.pages.decrees import as_official
from tests.evaluation_world import EvaluationWorld
from tests.people import person
from tests.world import on_day
from workflows.core.door import perform
from workflows.evaluations.drafting import save_answers
from workflows.evaluations.models import Evaluation, Instrument, Round
from workflows.routes.models import Remark
from workflows.routes.remarks import answer_remarks


def api(login: str) -> Api:
    made = Api()
    made.force_login(person(login))
    return made


def listed(login: str, address: str) -> list[Any]:
    answer = api(login).get(address)
    assert answer.status_code == 200
    return answer.json()["results"]


def test_a_round_names_its_instrument_with_the_hash(world: EvaluationWorld) -> None:
    [this] = listed("hadi", "/api/rounds/?state=open&year=2024")
    assert (this["id"], this["instrument"]["sha256"]) == (Round.objects.get().pk, Instrument.objects.get().sha256)
    assert api("hadi").get(f"/api/rounds/{this['id']}/").json()["answers_by"] == "2024-03-15"


def test_an_evaluation_comes_with_answers_figures_and_outcome(world: EvaluationWorld) -> None:
    accepted = world.accepted(0)
    found = api("hadi").get(f"/api/evaluations/{accepted.pk}/").json()
    assert (found["state"], found["computed"], found["answers"]["pokja"]["meetings"]) == ("accepted", "berkembang", 12)
    assert found["outcome"]["classification"] == "berkembang"
    assert (found["facts"]["users"], len(found["photos"])) == (60, 4)


@pytest.mark.parametrize(("login", "n"), [("hadi", 3), ("budi", 3), ("eko", 1), ("citra", 3)])
def test_everybody_gets_his_own(world: EvaluationWorld, login: str, n: int) -> None:
    assert len(listed(login, "/api/evaluations/")) == n
    assert len(listed(login, "/api/rounds/")) == 1


def test_they_are_narrowed(world: EvaluationWorld) -> None:
    world.handed_in_evaluation(1)
    assert [one["village"] for one in listed("hadi", "/api/evaluations/?state=submitted")] == [world.units[1].pk]
    assert len(listed("hadi", f"/api/evaluations/?village={world.units[0].pk}&round={Round.objects.get().pk}")) == 1
    assert api("hadi").get("/api/evaluations/?state=besok").status_code == 400


def test_the_card_of_the_year_says_how_far_it_is_and_what_is_due(world: EvaluationWorld) -> None:
    world.handed_in_evaluation(1)
    on_day(date(2024, 3, 20))
    page = as_official(world, "hadi").get("/tahun-ini/").content.decode()
    assert "Evaluasi Kampung KB 2024 Contoh Raya: 1 dari 3 sudah diajukan." in page
    cards = {card.address: card for card in as_official(world, "fitri").get("/tahun-ini/").context["cards"]}
    own = cards[f"/evaluasi/{world.evaluation(0).pk}/"]
    assert (own.says, own.due) == ("Evaluasi Kampung KB 2024 Contoh Raya: konsep.", date(2024, 3, 15))


# --- what came back -------------------------------------------------------------------------------------------------------

ON_MEETINGS = {"part": "pokja", "target": "pokja.meetings", "text": "Cocokkan."}
ON_THE_OUTCOME = {"part": "outcome", "target": "outcome", "text": "Mengapa?"}


def returned(world: EvaluationWorld) -> str:
    evaluation = world.handed_in_evaluation()
    world.send_back(evaluation, "pkb", "gita", values={"remarks": [ON_MEETINGS, ON_THE_OUTCOME]})
    return f"/api/evaluations/{evaluation.pk}/"


def test_what_came_back_is_handed_in_again_once_every_remark_was_seen_to(world: EvaluationWorld) -> None:
    address = returned(world)
    ani = api("ani")
    shown = ani.get(address).json()
    on_meetings, on_the_outcome = shown["remarks"]
    assert on_meetings | ON_MEETINGS == on_meetings
    assert (on_meetings["office"]["role"], on_meetings["answered"], on_meetings["seen"]) == ("pkb", False, False)
    [offer] = [one for one in shown["available_transitions"] if one["name"] == "resubmit"]
    assert [one["rule"] for one in offer["problems"]] == ["remarks_seen", "remarks_seen"]
    refused = ani.act(address, "resubmit")
    assert (refused.status_code, [one["rule"] for one in refused.json()["problems"]]) == (422, ["remarks_seen", "remarks_seen"])
    assert "Hasil hitungan: catatan" in refused.json()["problems"][1]["words"]
    said = ani.post(f"{address}remarks/{on_the_outcome['id']}/", {"answer": "Laporannya sudah dikoreksi."})
    assert (said.status_code, said.json()["seen"], said.json()["answered_by"]["id"]) == (200, True, person("ani").pk)
    save_answers(world.evaluation(), world.staff(0), {"pokja": {"meetings": 11}})
    assert [(one["answered"], one["seen"]) for one in ani.get(address).json()["remarks"]] == [(False, True), (True, True)]
    assert ani.act(address, "resubmit").status_code == 201
    assert world.evaluation().state == "submitted"


def test_an_answer_is_taken_back_and_sent_once_a_key(world: EvaluationWorld) -> None:
    address = returned(world)
    ani, remark = api("ani"), Remark.objects.get(target="outcome")
    at = f"{address}remarks/{remark.pk}/"
    version = ani.get(address).json()["file"]["version"]
    sent = [ani.post(at, {"answer": "Sudah.", "version": version}, headers={"Idempotency-Key": "a"}) for _twice in range(2)]
    assert [one.status_code for one in sent] == [200, 200]
    assert ani.post(at, {"answer": "Lain."}, headers={"Idempotency-Key": "a"}).json()["type"] == "urn:siklus:key-reused"
    stale = ani.post(at, {"answer": "Lain.", "version": version})
    assert (stale.status_code, stale.json()["problems"][0]["rule"]) == (409, "version")
    assert ani.post(at, {"answer": ""}).json()["answered"] is False


def test_nobody_else_answers_a_remark_and_what_cannot_be_is_said_at_its_field(world: EvaluationWorld) -> None:
    address = returned(world)
    at = f"{address}remarks/{Remark.objects.get(target='outcome').pk}/"
    refused = api("gita").post(at, {"answer": "Sudah."})
    assert (refused.status_code, refused.json()["problems"][0]["rule"]) == (422, "office_to_fix")
    assert api("eko").post(at, {"answer": "Sudah."}).status_code == 404
    other = world.handed_in_evaluation(1)
    assert api("ani").post(f"/api/evaluations/{other.pk}/remarks/{Remark.objects.get(target='outcome').pk}/",
                           {"answer": "Sudah."}).status_code == 404  # fmt: skip
    for wrong in ({}, {"answer": "x" * 1001}):
        assert [*api("ani").post(at, wrong).json()["errors"]] == ["answer"]


def test_what_the_agency_asks_anew_is_bound_by_no_older_remark(world: EvaluationWorld) -> None:
    address, evaluation, by = returned(world), world.evaluation(), world.staff(0)
    answer_remarks(evaluation.file, by, dict.fromkeys(Remark.objects.values_list("pk", flat=True), "Sudah."))
    perform(Evaluation.resubmit, evaluation, by=by)
    for role, login in (("pkb", "gita"), ("camat", "budi"), ("agency", "hadi")):
        world.approve(evaluation, role, login)
    assert len(api("ani").get(address).json()["remarks"]) == 2
    assert api("hadi").act(address, "reopen", reason="Contoh.", values={"until": "2024-03-20"}).status_code == 201
    assert api("ani").get(address).json()["remarks"] == []
