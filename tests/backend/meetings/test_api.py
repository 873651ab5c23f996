"""Rakors by the API: read by whoever may see them, and led from outside through the one door."""

from typing import Any

from pytest_django import Settings

from tests.backend.api.conftest import Api
from tests.decree_world import fresh
from tests.people import person
from tests.rakor_world import INVITES, RakorWorld
from workflows.coaching.models import Need
from workflows.meetings.models import Motion, Rakor


def api(login: str) -> Api:
    made = Api()
    made.force_login(person(login))
    return made


def listed(client: Api, address: str) -> list[Any]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def test_a_secretary_plans_calls_opens_notes_who_came_and_what_was_decided(world: RakorWorld) -> None:
    ani = api("ani")
    planned = {"region": world.regency.pk, "held_on": "2024-03-04", "begins": "08:30", "place": "Aula Contoh", "invites": INVITES,
               "chair": world.office("secretary").pk, "mandate": world.ani.pk}  # fmt: skip
    made = ani.post("/api/rakors/", planned)
    assert made.status_code == 201, made.content
    address = f"/api/rakors/{made.json()['id']}/"
    for act in ("invite", "open_meeting"):
        assert ani.act(address, act, mandate=world.ani.pk).status_code == 201
    seats = listed(ani, f"{address}seats/")
    for seat in seats[:3]:
        assert ani.act(f"/api/seats/{seat['id']}/", "arrive", mandate=world.ani.pk, values={"at": "08:20"}).status_code == 201
    told = {"kind": "follow_up", "text": "Menyusun panduan", "owner": world.health.pk, "due_on": "2024-04-30"}
    assert ani.act(address, "resolve", mandate=world.ani.pk, values=told).status_code == 201
    read = ani.get(address).json()
    assert (read["state"], read["quorum"]["present"], read["attendance"][0]) == (
        "held", 3, {"element": "Camat", "invited": 1, "present": 1},
    )  # fmt: skip
    [motion] = listed(ani, f"{address}motions/")
    assert motion["effect"]["words"] == ["Tugas tindak lanjut bagi Kepala Dinas Kesehatan Contoh, tenggat 30 April 2024"]
    withdrawn = ani.act(f"/api/motions/{motion['id']}/", "withdraw_motion", mandate=world.ani.pk, reason="Ditunda.")
    assert (withdrawn.status_code, Motion.objects.get().state) == (201, "withdrawn")
    assert ani.act(address, "end_meeting", mandate=world.ani.pk, values={"ends": "11:00"}).status_code == 201
    record = ani.post("/api/letters/", {"kind": "berita_acara_rakor", "concerns": read["id"], "mandate": world.ani.pk})
    assert (record.status_code, record.json()["subject"]) == (201, read["file"]["title"])


def test_a_plan_sent_twice_with_one_key_is_one_rakor(world: RakorWorld, settings: Settings) -> None:
    settings.ENVIRONMENT = "demo"
    ani = api("ani")
    planned = {"region": world.regency.pk, "held_on": "2024-03-04", "begins": "08:30", "place": "Aula Contoh",
               "chair": world.office("secretary").pk, "mandate": world.ani.pk}  # fmt: skip
    first, again, other = (ani.post("/api/rakors/", planned, headers={"Idempotency-Key": key}) for key in ("satu", "satu", "dua"))
    assert (first.status_code, again.json()["id"] - first.json()["id"]) == (201, 0)
    assert other.json()["id"] != first.json()["id"]
    assert first.json()["file"]["example"] is True


def test_what_was_carried_out_names_what_came_of_it(world: RakorWorld) -> None:
    rakor = world.held(world.round_at_rakor())
    first = world.units[0].pk
    world.resolve(rakor, "deviate_class", villages=[first], decided="mandiri", why="pendampingan berjalan",
                  dissent=[{"who": "Camat", "why": "angka diperiksa"}])  # fmt: skip
    asked = {"text": "Alat peraga", "owner": world.health.pk, "due_on": "2024-04-30"}
    world.resolve(rakor, "follow_up", villages=[first], aim="layanan", **asked)
    world.signed(rakor)
    world.execute(rakor)
    deviated, need = listed(api("lala"), f"/api/rakors/{rakor.pk}/motions/")
    assert deviated["dissent"] == [{"who": "Camat", "why": "angka diperiksa"}]
    assert deviated["results"] == [{"village": first, "kind": "evaluation", "id": world.decided(0).pk}]
    assert need["results"] == [{"village": first, "kind": "need", "id": Need.objects.get().pk}]
    assert (need["effect"], need["state"]) == (None, "executed")


def test_who_is_called_reads_his_own_seat_and_leads_nothing(world: RakorWorld) -> None:
    rakor = world.held()
    partner, address = api("lala"), f"/api/rakors/{rakor.pk}/"
    [seat] = listed(partner, f"{address}seats/")
    assert seat["office"]["id"] == world.health.pk
    assert "code" not in partner.get(address).json()
    told = {"kind": "other", "text": "Lain"}
    assert partner.act(address, "resolve", values=told).status_code in (403, 422)
    assert not fresh(rakor).motions.exists()
    assert listed(partner, "/api/rakors/?state=held")[0]["id"] == rakor.pk
    world.rakor()
    assert len(listed(partner, "/api/rakors/")) == 1 < Rakor.objects.count()
