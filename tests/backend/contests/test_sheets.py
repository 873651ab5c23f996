"""A juror's sheet: his own, kept as it is typed by the contract of forms that work without a network."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests.backend.pages.decrees import as_official
from tests.contest_world import ContestWorld
from workflows.contests.models import Entry, Juror, Score
from workflows.core.models import JournalEntry

JSON = {"HTTP_ACCEPT": "application/json"}


class Desk:
    """One juror at the sheet of one entry."""

    def __init__(self, world: ContestWorld, entry: Entry, login: str = "joko", role: str = ""):
        self.client, self.entry = as_official(world, login, role), entry
        self.seat = Juror.objects.get(competition=entry.competition, person__username=login)
        self.url = f"/peserta/{entry.pk}/nilai/{self.seat.pk}/"

    def save(self, read: int, key: str = "", **points: str) -> Any:
        typed = {f"points.{name}": worth for name, worth in points.items()}
        return self.client.post(self.url, {"key": key or str(uuid4()), "read": read} | typed, **JSON)

    def points(self) -> dict[str, str]:
        return {score.criterion: str(score.points) for score in Score.objects.filter(juror=self.seat, participant=self.entry)}


@pytest.fixture
def desk(world: ContestWorld) -> Desk:
    _competition, [entry, _other] = world.judged()
    return Desk(world, entry)


def test_what_is_typed_is_saved_part_by_part(desk: Desk) -> None:
    first = desk.save(0, input="80")
    assert first.status_code == 200
    assert first.json()["progress"] == "1 dari 3 kriteria terisi"
    second = desk.save(first.json()["version"], input="80", output="77,5")
    assert second.json()["version"] > first.json()["version"]
    assert desk.points() == {"input": "80.00", "output": "77.50"}


def test_the_same_form_sent_again_is_one_act_and_the_same_answer(desk: Desk) -> None:
    key = str(uuid4())
    first, again = desk.save(0, key, input="80"), desk.save(0, key, input="80")
    assert first.json() == again.json()
    assert JournalEntry.objects.filter(act="contests.Entry.score").count() == 1


def test_a_form_whose_answer_was_lost_goes_on(desk: Desk) -> None:
    """The first saving was heard, its answer was not; meanwhile more has been typed into the same form."""
    key = str(uuid4())
    desk.save(0, key, input="80")
    assert desk.save(0, key, input="81", output="70").status_code == 200
    assert desk.points() == {"input": "81.00", "output": "70.00"}


def test_a_sheet_saved_on_another_device_is_shown_and_nothing_is_written(desk: Desk) -> None:
    there = desk.save(0, input="80").json()
    answer = desk.save(0, input="60")
    assert answer.status_code == 409
    assert answer.json()["theirs"] == {"points.input": "80"}
    assert (answer.json()["by"], answer.json()["version"]) == ("Contoh Joko", there["version"])
    assert desk.points() == {"input": "80.00"}


@pytest.mark.parametrize(
    ("worth", "words"),
    [
        ("101", "Nilai dari 0 sampai"),
        ("baik", "Nilai dari 0 sampai"),
        ("80,123", "dua desimal"),
        ("-1", "Nilai dari 0"),
        ("1e99999999", "Nilai dari 0"),
        ("٣x", "Nilai dari 0"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(desk: Desk, worth: str, words: str) -> None:
    answer = desk.save(0, input="80", output=worth)
    assert answer.status_code == 422
    assert words in answer.json()["problems"]["points.output"]
    assert desk.points() == {}


def test_points_are_replaced_and_never_emptied(desk: Desk) -> None:
    version = desk.save(0, input="80").json()["version"]
    assert "tidak dikosongkan" in desk.save(version, output="70").json()["problems"]["points.input"]
    assert desk.points() == {"input": "80.00"}


def test_after_the_locking_the_form_is_refused_in_words(world: ContestWorld) -> None:
    _competition, [entry, _other] = world.locked("90", "70")
    desk = Desk(world, entry)
    answer = desk.save(JournalEntry.objects.latest("pk").pk, input="1", process="1", output="1")
    assert answer.status_code in (409, 422)
    assert desk.points()["output"] == "90.00"
    assert "tidak sedang dinilai" in desk.client.get(desk.url).content.decode()


def test_without_a_script_the_page_says_what_is_wrong_and_leads_on(desk: Desk) -> None:
    wrong = desk.client.post(desk.url, {"key": "a", "read": 0, "points.input": "101"})
    assert wrong.status_code == 422
    assert "Nilai dari 0 sampai 100" in wrong.content.decode()
    done = desk.client.post(desk.url, {"key": "a", "read": 0, "points.input": "80"}, follow=True)
    assert "1 dari 3 kriteria" in done.content.decode()
    clash = desk.client.post(desk.url, {"key": "b", "read": 0, "points.input": "70"})
    assert clash.status_code == 409
    form = clash.context["form"]
    assert (form["points.input"].value(), int(form["read"].value())) == ("70", clash.context["sheet"].version)


def test_nobody_opens_the_sheet_of_another_juror(world: ContestWorld, desk: Desk) -> None:
    desk.save(0, input="63")
    for login, role in (("indra", ""), ("citra", ""), ("hadi", ""), ("ani", "agency"), ("fitri", "")):
        assert as_official(world, login, role).get(desk.url).status_code == 404
        assert as_official(world, login, role).post(desk.url, {"key": "x", "read": 0}, **JSON).status_code == 404
    assert Client().get(desk.url).status_code == 302


def pages_with_points(world: ContestWorld, entry: Entry) -> list[str]:
    lomba = f"/lomba/{entry.competition_id}/"
    return [
        lomba,
        f"{lomba}penilaian/",
        f"{lomba}syarat/",
        f"/peserta/{entry.pk}/",
        "/tahun-ini/",
        f"/api/journal/?file={entry.pk}",
        f"/api/entries/{entry.pk}/",
        f"/api/contests/{entry.competition_id}/",
    ]


def test_no_page_shows_anybodys_points_before_the_locking(world: ContestWorld, desk: Desk) -> None:
    desk.save(0, input="63,17", process="63,17", output="63,17")
    entry = Entry.objects.get(pk=int(desk.url.split("/")[2]))
    world.visit(entry, points="41.93")
    for login in ("indra", "hadi", "citra", "fitri", "joko"):
        client = as_official(world, login)
        for url in pages_with_points(world, entry):
            page = client.get(url).content.decode()
            assert "63,17" not in page, (login, url)
            assert "63.17" not in page, (login, url)
            assert login == "hadi" or not {"41,93", "41.93"} & set(page.split()), (login, url)


def test_a_juror_without_a_login_is_keyed_by_the_organisers_office(world: ContestWorld) -> None:
    competition, [entry, _other] = world.judged()
    world.organise(type(competition).seat_jury, competition, jurors=[{"name": "Contoh Juri Tamu"}], paper="400/8")
    guest = competition.jurors.get(person=None)
    url = f"/peserta/{entry.pk}/nilai/{guest.pk}/"
    keyed = as_official(world, "ani", "agency").post(url, {"key": "a", "read": 0, "points.input": "77.19"}, **JSON)
    assert keyed.status_code == 200
    shown = as_official(world, "hadi").get(url).content.decode()
    assert ("77.19" in shown, "77,19" in shown) == (False, False)
    assert as_official(world, "joko").get(url).status_code == 404
