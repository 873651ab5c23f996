"""The journal as OCEL 2.0: whole in itself, as many events as acts, and nobody's name."""

import json
from typing import Any

import pytest
from django.db import connection
from django.db.models import Q

from backend.figures.process.period import Period
from tests.backend.pages.decrees import as_official
from tests.evaluation_world import EvaluationWorld
from tests.world import BEGIN, region
from workflows.core.models import JournalEntry, JournalSubject
from workflows.organisation.models import Person
from workflows.organisation.offices import open_offices

DAYS = "?dari=2024-03-04&sampai=2024-03-04"
STATES = {"draft", "submitted", "returned", "verified", "endorsed", "accepted"}


@pytest.fixture
def lived(world: EvaluationWorld, told: Any, opened: Any) -> EvaluationWorld:
    """A report sent, and an evaluation that went its whole way."""
    told(0, "progress")
    world.accepted()
    return world


def log(world: EvaluationWorld, query: str = DAYS, login: str = "hadi") -> dict[str, Any]:
    answer = as_official(world, login).get(f"/angka/{world.regency.pk}/jurnal/{query}")
    assert answer.status_code == 200
    return json.loads(answer.getvalue())


def test_every_act_is_an_event_and_every_relation_leads_somewhere(lived: EvaluationWorld) -> None:
    told = log(lived)
    assert set(told) == {"objectTypes", "eventTypes", "objects", "events"}
    objects = {one["id"]: one for one in told["objects"]}
    about = Q(subjects__file_id__isnull=False) | Q(subjects__kind__in=["kampungkb", "report"])
    acts = JournalEntry.objects.filter(about, on=BEGIN).distinct()
    assert len(objects) == len(told["objects"])
    assert {one["id"] for one in told["events"]} == {f"act:{pk}" for pk in acts.values_list("pk", flat=True)}
    for one in [*told["events"], *told["objects"]]:
        assert all(link["objectId"] in objects and link["qualifier"] for link in one["relationships"])


def test_every_type_and_attribute_is_declared(lived: EvaluationWorld) -> None:
    told = log(lived)
    for kind, rows in (("objectTypes", told["objects"]), ("eventTypes", told["events"])):
        declared = {one["name"]: {attribute["name"] for attribute in one["attributes"]} for one in told[kind]}
        assert {row["type"] for row in rows} == set(declared)
        assert all({one["name"] for one in row["attributes"]} <= declared[row["type"]] for row in rows)


def test_an_object_tells_every_state_it_took(lived: EvaluationWorld) -> None:
    evaluation = lived.evaluation()
    found = next(one for one in log(lived)["objects"] if one["id"] == f"evaluation:{evaluation.pk}")
    states = [one["value"] for one in found["attributes"] if one["name"] == "state"]
    noted = JournalSubject.objects.filter(kind="evaluation", object_id=evaluation.pk).order_by("entry_id")
    assert states == list(noted.values_list("to_state", flat=True))
    assert states[-1] == "accepted"
    assert set(states) <= STATES
    assert {one["qualifier"] for one in found["relationships"]} == {"part of"}
    assert all(one["time"].startswith("2024-03-04T") for one in found["attributes"])


def test_nobody_is_named(lived: EvaluationWorld) -> None:
    text = json.dumps(log(lived), ensure_ascii=False)
    names = [name for person in Person.objects.all() for name in (person.name, person.username) if len(name) > 4]
    assert names
    assert [name for name in names if name in text] == []
    assert "Contoh Kader" not in text


def test_other_territories_and_other_days_are_left_out(lived: EvaluationWorld) -> None:
    there = region(lived.regency.parent, "regency", "kabupaten", "Contoh Seberang", "99.02")
    open_offices(there, BEGIN)
    assert not Period(there, BEGIN, BEGIN).entries.exists()
    assert log(lived, "?dari=2024-03-05&sampai=2024-03-06")["events"] == []


def test_it_is_for_the_seat_of_the_regency(world: EvaluationWorld) -> None:
    for login, status in {"hadi": 200, "citra": 200, "fitri": 404, "gita": 404}.items():
        assert as_official(world, login).get(f"/angka/{world.regency.pk}/jurnal/").status_code == status, login


def test_days_that_cannot_be_are_named(world: EvaluationWorld) -> None:
    client = as_official(world, "hadi")
    for days, words in {
        "dari=kemarin&sampai=2024-03-04": "tanggal yang valid", "dari=2024-03-05&sampai=2024-03-04": "tidak boleh sebelum",
        "dari=2020-01-01&sampai=2024-03-04": "Paling lama satu tahun",
    }.items():  # fmt: skip
        answer = client.get(f"/angka/{world.regency.pk}/jurnal/?{days}")
        assert answer.status_code == 422
        assert words in answer.content.decode()


def test_no_question_reads_the_whole_journal(lived: EvaluationWorld) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    period = Period(lived.regency, BEGIN, BEGIN)
    for asked in (period.subjects, period.entries, period.files):
        assert "Seq Scan on core_journal" not in asked.explain()
