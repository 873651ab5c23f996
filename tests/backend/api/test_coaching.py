"""Coaching over the API: read by the rights of the pages."""

import pytest

from tests.backend.api.conftest import Api
from tests.coaching_world import CoachingWorld, build_coaching_world
from tests.people import person
from workflows.coaching.models import Event
from workflows.core.door import perform


@pytest.fixture
def coached(db: None) -> CoachingWorld:
    return build_coaching_world()


def of(login: str) -> Api:
    machine = Api()
    machine.force_login(person(login))
    return machine


def test_an_event_tells_who_has_a_place_and_who_waits(coached: CoachingWorld) -> None:
    event = coached.training()
    lines = [{"element": "Kader", "count": 50, "waiting": 2}]
    perform(Event.enrol, event, by=coached.by("ani", "agency"), values={"participants": [{"element": "Lama", "count": 1}]})
    perform(Event.enrol, event, by=coached.by("ani", "agency"), values={"participants": lines})
    found = of("fitri").get(f"/api/events/{event.pk}/").json()
    assert (found["enrolled"], found["participants"]) == (50, [{"office": None, **lines[0]}])
    assert of("nana").get(f"/api/events/{event.pk}/").status_code == 404
    assert of("hadi").get(f"/api/events/?region={coached.regency.pk}").json()["count"] == 0


def test_visits_and_needs_are_narrowed(coached: CoachingWorld) -> None:
    plan, need = coached.adopted(months=2), coached.entrusted()
    coached.need(1)
    hadi = of("hadi")
    assert hadi.get(f"/api/visits/?plan={plan.pk}&state=planned").json()["count"] == 2
    assert [one["id"] for one in hadi.get(f"/api/needs/?owner={coached.health.office_id}").json()["results"]] == [need.pk]
    assert hadi.get("/api/needs/?state=open").json()["count"] == 2
    assert hadi.get("/api/needs/?owner=x").status_code == 400


def test_a_partner_reads_its_own_needs_alone(coached: CoachingWorld) -> None:
    mine, other = coached.entrusted(), coached.entrusted(1, to=coached.works)
    lala = of("lala")
    assert [one["id"] for one in lala.get("/api/needs/").json()["results"]] == [mine.pk]
    assert lala.get(f"/api/needs/{other.pk}/").status_code == 404
    assert lala.get(f"/api/needs/{mine.pk}/").json()["aim_label"] == "Penataan lingkungan"
