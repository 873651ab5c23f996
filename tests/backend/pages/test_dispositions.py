"""Disposisi in two taps; it can be recalled until somebody has opened it, and is done by its answer."""

import pytest
from django.test import Client

from tests.backend.pages.decrees import as_official
from tests.world import World
from workflows.routes.models import Assignment


@pytest.fixture
def proposal(world: World):
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    return proposal


@pytest.fixture
def camat(world: World) -> Client:
    return as_official(world, "budi", "camat")


@pytest.fixture
def given(world: World, camat: Client, proposal) -> Assignment:
    task = world.task(proposal, "camat")
    page = camat.get(f"/tugas/{task.pk}/")
    form = next(offer.form for offer in page.context["offers"] if offer.name == "instruct")
    sent = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    office = world.office("village_head")
    answer = camat.post(f"/tugas/{task.pk}/instruct/", sent | {"office": office.pk, "instruction": ""})
    assert answer.status_code == 302
    return world.task(proposal, "village_head", kind="disposition")


def test_it_asks_nothing_but_whom(given: Assignment) -> None:
    assert (given.note, str(given.due_on)) == ("Telaah dan lapor", "2024-03-05")


def test_only_offices_of_the_own_territory_are_offered(world: World, camat: Client, proposal) -> None:
    page = camat.get(f"/tugas/{world.task(proposal, 'camat').pk}/")
    form = next(offer.form for offer in page.context["offers"] if offer.name == "instruct")
    assert {office.role for office in form.fields["office"].queryset} == {"village_head", "village_secretary", "pkb"}


def test_it_stands_in_the_list_of_whom_it_is_for_and_beside_the_task(world: World, camat: Client, given: Assignment) -> None:
    fitri = as_official(world, "fitri").get("/").content.decode()
    assert "Telaah dan lapor" in fitri
    assert "Camat Contoh Hilir menunggu" in fitri
    page = camat.get(f"/tugas/{given.asked_by_id}/").content.decode()
    assert "belum dibaca" in page
    assert "Menunggu" in camat.get("/?tab=dipantau").content.decode()


def test_it_is_recalled_while_nobody_has_opened_it(world: World, camat: Client, given: Assignment) -> None:
    version = given.file.version
    answer = camat.post(f"/tugas/{given.pk}/recall/", {"key": "k", "version": version, "read": ""})
    assert answer.status_code == 302
    assert as_official(world, "fitri").get("/").context["rows"] == []


def test_once_opened_it_says_by_whom_and_stays(world: World, camat: Client, given: Assignment) -> None:
    fitri = as_official(world, "fitri")
    assert "Telaah dan lapor" in fitri.get(f"/tugas/{given.pk}/").content.decode()
    assert fitri.get(f"/tugas/{given.pk}/").status_code == 200
    given.refresh_from_db()
    assert given.read_by.username == "fitri"
    page = camat.get(f"/tugas/{given.asked_by_id}/").content.decode()
    assert "dibaca Contoh Fitri" in page
    refused = camat.post(f"/tugas/{given.pk}/recall/", {"key": "k", "version": given.file.version, "read": ""})
    assert refused.status_code == 422
    assert "sudah dibuka Contoh Fitri" in refused.content.decode()


def test_who_gave_it_does_not_open_it_by_looking(camat: Client, given: Assignment) -> None:
    camat.get(f"/tugas/{given.pk}/")
    given.refresh_from_db()
    assert given.read_at is None


def test_the_answer_is_read_beside_the_task(world: World, camat: Client, given: Assignment) -> None:
    fitri = as_official(world, "fitri")
    sent = {"key": "k", "version": given.file.version, "read": "", "answer": "Contoh jawaban."}
    assert fitri.post(f"/tugas/{given.pk}/answer_disposition/", sent).status_code == 302
    page = camat.get(f"/tugas/{given.asked_by_id}/").content.decode()
    assert "dijawab" in page
    assert "Contoh jawaban." in page
