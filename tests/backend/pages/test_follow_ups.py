import pytest
from django.test import Client

from tests.backend.pages.decrees import as_official
from tests.decree_world import VILLAGE, DecreeWorld
from tests.ground import Ground, ground_of
from tests.world import build_world
from workflows.core.door import perform
from workflows.decrees.models import Decree, DecreeRow
from workflows.routes.models import Assignment


def build() -> DecreeWorld:
    """The three villages are designated and asked for their Pokja."""
    made = build_world(DecreeWorld)
    made.get_ready()
    made.issued()
    return made


ground = ground_of(build)


@pytest.fixture
def world(db: None, ground: Ground) -> DecreeWorld:
    return ground()


def task_of_fitri(world: DecreeWorld) -> Assignment:
    return Assignment.objects.get(kind="follow_up", office=world.office("village_head"))


def staff(world: DecreeWorld) -> Client:
    return as_official(world, "ani", "village_head")


def answer_it(client: Client, task: Assignment) -> DecreeRow:
    answer = client.post(f"/tugas/{task.pk}/keputusan-desa/")
    row = DecreeRow.objects.select_related("decree", "kampung").get(decree__issuer=task.office)
    assert answer.headers["Location"] == f"/keputusan/{row.decree_id}/pokja/{row.order}/"
    return row


def test_a_follow_up_leads_to_a_draft_with_everything_but_the_roster(world: DecreeWorld) -> None:
    task, ani = task_of_fitri(world), staff(world)
    assert "Siapkan keputusan Pokja" in ani.get(f"/tugas/{task.pk}/").content.decode()
    row = answer_it(ani, task)
    assert (row.decree.kind, row.decree.effects, row.decree.signing, row.kampung.region) == (
        "keputusan_kades", ["form", "appoint_pokja"], "ink", task.region,
    )  # fmt: skip
    assert row.decree.subject.endswith("Desa Contoh Satu")
    asked_by = Decree.objects.get(pk=task.file_id)
    assert asked_by.issue["number"] in row.decree.considerations[0]
    assert row.decree.bases.exists()


def test_only_the_roster_is_missing_before_it_is_handed_in(world: DecreeWorld) -> None:
    ani = staff(world)
    row = answer_it(ani, task_of_fitri(world))
    assert why_not(ani, row) == ["every_row_has_what_it_needs"]
    ani.post(f"/keputusan/{row.decree_id}/pokja/1/", {"lines": "Contoh Ketua - Ketua - Warga"})
    assert why_not(ani, row) == ["rosters_are_complete"]


def why_not(client: Client, row: DecreeRow) -> list[str]:
    offers = client.get(f"/keputusan/{row.decree_id}/").context["offers"]
    return [problem.rule for offer in offers if offer.name == "submit" for problem in offer.problems]


def test_a_draft_begun_before_is_found_again(world: DecreeWorld) -> None:
    task, ani = task_of_fitri(world), staff(world)
    assert answer_it(ani, task) == answer_it(ani, task)


def test_a_decree_under_way_is_shown_instead(world: DecreeWorld) -> None:
    task, ani = task_of_fitri(world), staff(world)
    under_way = world.decree_draft(VILLAGE, effects=["appoint_pokja"])
    world.roster(under_way)
    perform(Decree.submit, under_way, by=world.staff(0))
    answer = ani.post(f"/tugas/{task.pk}/keputusan-desa/")
    assert answer.headers["Location"] == f"/keputusan/{under_way.pk}/"


def test_another_office_has_nothing_to_prepare(world: DecreeWorld) -> None:
    task = task_of_fitri(world)
    assert as_official(world, "hadi").post(f"/tugas/{task.pk}/keputusan-desa/").status_code == 404


def test_a_village_on_somebody_elses_draft_is_named(world: DecreeWorld) -> None:
    world.decree_draft(effects=["appoint_pokja"], subject="Pokja seluruh desa")
    task = task_of_fitri(world)
    answer = staff(world).post(f"/tugas/{task.pk}/keputusan-desa/")
    assert (answer.status_code, "Pokja seluruh desa" in answer.content.decode()) == (422, True)
    assert not Decree.objects.filter(issuer=task.office).exists()


def test_the_head_who_signs_is_sent_to_his_staff(world: DecreeWorld) -> None:
    task, fitri = task_of_fitri(world), as_official(world, "fitri")
    assert "Minta staf kantor Anda" in fitri.get(f"/tugas/{task.pk}/").content.decode()
    answer = fitri.post(f"/tugas/{task.pk}/keputusan-desa/")
    assert (answer.status_code, "staf kantor yang menyiapkannya" in answer.content.decode()) == (422, True)
    assert not Decree.objects.filter(issuer=task.office).exists()


def test_the_ladder_of_a_decree_is_not_lengthened_by_its_villages(world: DecreeWorld) -> None:
    decree = Decree.objects.get(pk=task_of_fitri(world).file_id)
    kinds = {rung.task.kind for rung in as_official(world, "hadi").get(f"/keputusan/{decree.pk}/").context["ladder"]}
    assert "sign" in kinds
    assert "follow_up" not in kinds
