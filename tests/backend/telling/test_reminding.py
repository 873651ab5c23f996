"""Ingatkan: exactly those who are late, once a day, whoever presses and however often."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.backend.pages import decrees
from tests.backend.pages.decrees import as_official, task_of
from tests.people import person
from tests.races import race
from tests.world import World, build_world, on_day
from worker.models import Delivery
from worker.relay import carry_out
from workflows.core.door import perform, problems
from workflows.core.errors import Refused
from workflows.core.models import File, JournalEntry, Outbox
from workflows.routes.models import Assignment
from workflows.villages.models import Proposal

LATE, LATER = date(2024, 3, 20), date(2024, 4, 20)


def two_late(world: World) -> tuple[Assignment, Assignment]:
    """The heads of the first two villages have let their tasks pass the deadline."""
    first, second = world.handed_in(0), world.handed_in(1)
    on_day(LATE)
    return world.task(first, "village_head"), world.task(second, "village_head")


def nudges(topic: str = "nudge") -> list[Outbox]:
    return list(Outbox.objects.filter(topic=topic).select_related("office").order_by("pk"))


def came_back(world: World, village: int = 0, head: str = "fitri", fix_by: str = "2024-03-08") -> Assignment:
    """The Camat has returned a village's proposal, and its day is over."""
    proposal = world.handed_in(village)
    task = world.approve(proposal, "village_head", head)
    task = world.task(proposal, "camat")
    world.perform(Assignment.return_to_drafter, task, "budi", "camat", reason="Lengkapi.", values={"fix_by": fix_by})
    return Assignment.objects.get(pk=task.pk)


def decrees_that_came_back(world: World, *subjects: str) -> list[Assignment]:
    """Drafts of the agency's desk that the head of the agency returned."""
    tasks = [task_of(decrees.handed_in(world, subject=subject, effects=[])) for subject in subjects]
    for task in tasks:
        world.perform(Assignment.return_to_drafter, task, "hadi", reason="Lengkapi.")
    return tasks


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


def test_what_came_back_and_waits_at_its_drafter_is_listed_with_the_late_tasks(world: World) -> None:
    back, late = came_back(world, fix_by="2024-03-05"), world.handed_in(1)
    on_day(LATE)
    page = as_official(world, "hadi").get(f"/ingatkan/?wilayah={world.regency.pk}")
    heads = [world.office("village_head"), world.office("village_head", 1)]
    assert [(row.task.pk, row.office) for row in page.context["rows"]] == [
        (back.pk, heads[0]), (world.task(late, "village_head").pk, heads[1]),
    ]  # fmt: skip
    text = page.content.decode()
    assert f"Perbaiki: {back.file.title}, dikembalikan Camat Contoh Hilir" in text
    assert "lewat tenggat 15 hari" in text
    kinds = as_official(world, "hadi").get(f"/ingatkan/?wilayah={world.regency.pk}&jenis=endorse").context["rows"]
    assert back.pk not in [row.task.pk for row in kinds]


def test_before_its_day_it_is_no_late_one_but_may_be_asked_for(world: World) -> None:
    back = came_back(world)
    hadi = as_official(world, "hadi")
    assert hadi.get("/ingatkan/").context["rows"] == []
    assert [row.task.pk for row in hadi.get(f"/ingatkan/?berkas={back.file_id}").context["rows"]] == [back.pk]


def test_its_drafter_is_told_what_until_when_and_who_asks(world: World) -> None:
    back = came_back(world)
    as_official(world, "hadi").post("/ingatkan/", {"tugas": back.pk})
    [row] = nudges("fix_nudge")
    assert (row.object_id, row.office, nudges()) == (back.pk, world.office("village_head"), [])
    carry_out(Outbox, row.pk)
    told = Delivery.objects.get(person=person("fitri"), channel="app", outbox=row)
    assert told.text == (
        "Kepala Perangkat Daerah KB Kabupaten Contoh Raya mengingatkan Kepala Desa Contoh Satu: perbaiki "
        f"“{back.file.title}”, Contoh Satu. Tenggat 8 Maret 2024. Buka {told.link}"
    )
    assert told.link.endswith(f"/berkas/{back.file_id}/perbaiki/")
    assert as_official(world, "ani", "village_head").get(f"/berkas/{back.file_id}/perbaiki/").status_code == 200


def test_of_several_that_came_back_to_it_an_office_is_told_once(world: World) -> None:
    first, second = decrees_that_came_back(world, "Contoh Alfa", "Contoh Beta")
    as_official(world, "indra").post("/ingatkan/", {"tugas": [first.pk, second.pk]})
    [row] = nudges("fix_nudge")
    assert (row.object_id, row.office) == (first.pk, world.office("agency"))
    carry_out(Outbox, row.pk)
    assert "Ada 1 berkas lain." in Delivery.objects.get(person=person("hadi"), outbox=row, channel="app").text
    assert world.why_not(Assignment.nudge_drafter, second, "indra") == ["not_reminded_lately"]


def test_its_drafter_too_is_reminded_once_a_day(world: World) -> None:
    back = came_back(world)
    on_day(LATE)
    as_official(world, "hadi").post("/ingatkan/", {"tugas": back.pk})
    indra = as_official(world, "indra")
    assert "oleh Contoh Hadi" in indra.get("/ingatkan/").content.decode()
    indra.post("/ingatkan/", {"tugas": back.pk})
    assert len(nudges("fix_nudge")) == 1
    assert world.why_not(Assignment.nudge_drafter, back, "indra") == ["not_reminded_lately"]


def test_a_reminder_of_the_task_that_returned_it_was_not_the_drafters(world: World) -> None:
    proposal = world.handed_in()
    task = world.task(proposal, "village_head")
    hadi = as_official(world, "hadi")
    hadi.post("/ingatkan/", {"tugas": task.pk})
    world.perform(Assignment.return_to_drafter, task, "fitri", reason="Lengkapi.")
    [row] = hadi.get(f"/ingatkan/?berkas={proposal.pk}").context["rows"]
    assert row.before is None
    hadi.post("/ingatkan/", {"tugas": task.pk})
    assert (len(nudges()), len(nudges("fix_nudge"))) == (1, 1)


def test_a_reminder_to_put_right_is_in_the_journal_and_moves_no_version(world: World) -> None:
    back = came_back(world)
    version = File.objects.get(pk=back.file_id).version
    as_official(world, "hadi").post("/ingatkan/", {"tugas": back.pk})
    entry = JournalEntry.objects.latest("pk")
    assert (entry.act, entry.person) == ("routes.Assignment.nudge_drafter", person("hadi"))
    assert File.objects.get(pk=back.file_id).version == version
    assert "mengingatkan penyusun untuk memperbaiki" in as_official(world, "hadi").get(f"/usulan/{back.file_id}/").content.decode()


def test_what_was_handed_in_again_reminds_nobody_of_its_return(world: World) -> None:
    back = came_back(world)
    perform(Proposal.resubmit, back.file.proposal, by=world.staff(0))
    assert world.why_not(Assignment.nudge_drafter, back, "hadi") == ["still_to_be_put_right"]
    as_official(world, "hadi").post("/ingatkan/", {"tugas": back.pk})
    assert not nudges("fix_nudge")


def test_who_may_not_remind_of_tasks_may_not_remind_of_what_came_back(world: World) -> None:
    back = came_back(world)
    refused = problems(Assignment.nudge_drafter, back, by=world.by("eko"))
    assert [(problem.rule, "Kepala Desa Contoh Satu" in problem.words) for problem in refused] == [("may_remind", True)]
    eko = as_official(world, "eko")
    assert eko.get(f"/ingatkan/?tugas={back.pk}").context["rows"] == []
    eko.post("/ingatkan/", {"tugas": back.pk})
    assert not nudges("fix_nudge")


def test_nobody_is_offered_to_remind_himself_of_what_came_back(world: World) -> None:
    back = came_back(world)
    on_day(LATE)
    fitri = as_official(world, "fitri")
    assert fitri.get(f"/ingatkan/?berkas={back.file_id}").context["rows"] == []
    fitri.post("/ingatkan/", {"tugas": back.pk})
    assert not nudges("fix_nudge")


def test_the_list_costs_the_same_however_much_came_back(world: World, django_assert_max_num_queries: Any) -> None:
    decrees_that_came_back(world, "Contoh Alfa")
    on_day(LATE)
    indra = as_official(world, "indra")
    indra.get("/ingatkan/")
    with CaptureQueriesContext(connection) as few:
        indra.get("/ingatkan/")
    decrees_that_came_back(world, "Contoh Beta", "Contoh Gama")
    on_day(LATER)
    with django_assert_max_num_queries(len(few)):
        assert len(indra.get("/ingatkan/").context["rows"]) == 3


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
