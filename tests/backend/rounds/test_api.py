"""Rounds and evaluations by the API: read by whoever may see them on the pages."""

from datetime import date
from typing import Any

import pytest
from django.core.cache import cache

from tests.backend.api.conftest import Api
from tests.backend.pages.decrees import as_official
from tests.evaluation_world import EvaluationWorld
from tests.people import person
from tests.world import on_day
from workflows.evaluations.models import Instrument, Round


def api(login: str) -> Api:
    cache.clear()
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
