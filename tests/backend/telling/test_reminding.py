"""Ingatkan: exactly those who are late, once a day, whoever presses and however often."""

from datetime import date

import pytest
from django.test import Client

from tests.backend.pages.decrees import as_official
from tests.people import person
from tests.races import race
from tests.world import World, build_world, on_day
from worker.models import Delivery
from worker.relay import carry_out
from workflows.core.door import perform
from workflows.core.errors import Refused
from workflows.core.models import JournalEntry, Outbox
from workflows.routes.models import Assignment

LATE = date(2024, 3, 20)


def two_late(world: World) -> tuple[Assignment, Assignment]:
    """The heads of the first two villages have let their tasks pass the deadline."""
    first, second = world.handed_in(0), world.handed_in(1)
    on_day(LATE)
    return world.task(first, "village_head"), world.task(second, "village_head")


def nudges() -> list[Outbox]:
    return list(Outbox.objects.filter(topic="nudge").select_related("office"))


def test_the_list_names_those_who_are_late_and_nobody_else(world: World) -> None:
    first, _second = two_late(world)
    world.approve(first.file.proposal, "village_head", "fitri")
    page = as_official(world, "hadi").get("/ingatkan/")
    assert [row.task.office for row in page.context["rows"]] == [world.office("village_head", 1)]
    assert "Contoh Eko" in page.content.decode()
    assert not nudges()


def test_they_are_told_in_the_app_and_the_log_shows_it(world: World) -> None:
    first, second = two_late(world)
    hadi = as_official(world, "hadi")
    answer = hadi.post("/ingatkan/", {"tugas": [first.pk, second.pk]}, follow=True)
    assert {row.office.region for row in nudges()} == set(world.villages[:2])
    for row in nudges():
        carry_out(Outbox, row.pk)
    log = hadi.get(answer.redirect_chain[-1][0])
    assert {row.person.username for row, _copy in log.context["rows"]} == {"fitri", "ani", "eko"}
    text = Delivery.objects.get(person=person("eko"), channel="app").text
    assert "mengingatkan" in text


def test_who_has_several_late_tasks_is_told_once(world: World) -> None:
    first, _second = two_late(world)
    task = Assignment.objects.create(file=first.file, kind="opinion", office=first.office, region=first.region, state="open",
                                     due_on=date(2024, 3, 15))  # fmt: skip
    as_official(world, "hadi").post("/ingatkan/", {"tugas": f"{first.pk},{task.pk}"})
    assert [row.object_id for row in nudges()] == [first.pk]
    carry_out(Outbox, nudges()[0].pk)
    assert "Ada 1 tugas terlambat lain." in Delivery.objects.get(channel="app", person=person("fitri")).text


def test_a_second_press_sends_nothing_and_says_who_did(world: World) -> None:
    first, _second = two_late(world)
    asked = {"tugas": first.pk}
    as_official(world, "hadi").post("/ingatkan/", asked)
    indra = as_official(world, "indra")
    page = indra.get("/ingatkan/").content.decode()
    assert "sudah diingatkan 0\xa0menit lalu, oleh Contoh Hadi" in page
    assert "sudah diingatkan hari ini" in indra.post("/ingatkan/", asked, follow=True).content.decode()
    assert len(nudges()) == 1


def test_one_who_finished_meanwhile_gets_nothing_and_the_others_do(world: World) -> None:
    first, second = two_late(world)
    world.approve(first.file.proposal, "village_head", "fitri")
    as_official(world, "hadi").post("/ingatkan/", {"tugas": [first.pk, second.pk]})
    assert [row.object_id for row in nudges()] == [second.pk]


def test_it_is_in_the_journal_and_moves_no_version(world: World) -> None:
    first, _second = two_late(world)
    version = first.file.version
    as_official(world, "hadi").post("/ingatkan/", {"tugas": first.pk})
    entry = JournalEntry.objects.latest("pk")
    assert (entry.act, entry.person) == ("routes.Assignment.nudge", person("hadi"))
    first.file.refresh_from_db()
    assert first.file.version == version


def test_nobody_reminds_outside_his_territory(world: World) -> None:
    first, _second = two_late(world)
    with pytest.raises(Refused) as refused:
        perform(Assignment.nudge, first, by=world.by("eko"))
    assert [problem.rule for problem in refused.value.problems] == ["may_remind"]
    as_official(world, "eko").post("/ingatkan/", {"tugas": first.pk})
    assert not nudges()


@pytest.mark.parametrize("odd", ["?tugas=x", "?tugas=", "?wilayah=-1&jenis=x", "?berkas=9999999999999999999999"])
def test_odd_selections_send_nothing(world: World, odd: str) -> None:
    two_late(world)
    assert as_official(world, "hadi").get(f"/ingatkan/{odd}").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_of_two_who_press_at_once_one_reminds() -> None:
    world = build_world()
    first, second = two_late(world)

    def presser(login: str):
        client: Client = as_official(world, login)
        return lambda: client.post("/ingatkan/", {"tugas": [first.pk, second.pk]}).status_code

    assert race([presser("hadi"), presser("indra"), presser("hadi")]) == [302, 302, 302]
    assert sorted(row.object_id for row in nudges()) == [first.pk, second.pk]
