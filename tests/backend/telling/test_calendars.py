"""The calendar of deadlines: whole days, by a secret address that ends when its owner says so."""

from datetime import date

from django.test import Client
from icalendar import Calendar

from tests.backend.pages import decrees
from tests.backend.pages.decrees import as_official, handed_in, task_of
from tests.letter_world import build_letter_world
from tests.people import person
from tests.world import World
from worker.models import Feed
from workflows.core.door import perform
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment


def feed_of(world: World, login: str) -> str:
    """A new address, as the page shows it once."""
    return as_official(world, login).post("/kalender/").context["address"].removeprefix("http://127.0.0.1:8000")


def events(body: bytes) -> list[tuple[str, date]]:
    return [(str(event["summary"]), event.decoded("dtstart")) for event in Calendar.from_ical(body).walk("VEVENT")]


def test_it_has_the_deadlines_of_my_offices_as_whole_days(world: World) -> None:
    task = task_of(handed_in(world))
    answer = Client().get(feed_of(world, "hadi"))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    [(words, day)] = events(answer.content)
    assert "Penetapan Kampung Contoh" in words
    assert (day, type(day)) == (task.due_on, date)
    assert f"/tugas/{task.pk}/".encode() in answer.content.replace(b"\r\n ", b"")


def test_it_has_the_days_on_which_decrees_take_effect(db: None) -> None:
    world = build_letter_world()
    decree = world.issued(villages=[1, 2], effective_on=date(2024, 3, 20))
    found = dict(events(Client().get(feed_of(world, "hadi")).content))
    assert found[f"Mulai berlaku: CONTOH {decree.file.title}"] == decree.effective_on


def came_back(world: World) -> Assignment:
    """A decree of the agency's desk that Bagian Hukum returned, to be put right by Friday."""
    decree = decrees.approved_up_to(world, handed_in(world), "legal")
    task = task_of(decree)
    world.perform(Assignment.return_to_drafter, task, "budi", "legal", reason="Lengkapi.", values={"fix_by": "2024-03-08"})
    return task


def test_it_has_the_days_by_which_my_office_puts_right_what_came_back(world: World) -> None:
    task = came_back(world)
    body = Client().get(feed_of(world, "hadi")).content
    assert events(body) == [(f"Tenggat perbaikan: CONTOH {task.file.title}", date(2024, 3, 8))]
    path = f"/berkas/{task.file_id}/perbaiki/"
    assert path.encode() in body.replace(b"\r\n ", b"")
    assert "8 Maret 2024" in as_official(world, "hadi").get(path).content.decode()


def test_what_came_back_is_only_in_its_drafters_calendar_and_until_it_is_handed_in_again(world: World) -> None:
    task, hadis = came_back(world), feed_of(world, "hadi")
    for login in ("budi", "citra", "eko"):
        assert events(Client().get(feed_of(world, login)).content) == []
    etag = Client().get(hadis).headers["ETag"]
    assert Client().get(hadis, headers={"If-None-Match": etag}).status_code == 304
    perform(Decree.resubmit, task.file.decree, by=world.by("ani", "agency"))
    assert events(Client().get(hadis).content) == []


def test_somebody_elses_deadlines_are_not_in_it(world: World) -> None:
    handed_in(world)
    assert events(Client().get(feed_of(world, "eko")).content) == []


def test_who_asks_again_is_told_that_nothing_has_changed(world: World) -> None:
    handed_in(world)
    address = feed_of(world, "hadi")
    etag = Client().get(address).headers["ETag"]
    assert Client().get(address, headers={"If-None-Match": etag}).status_code == 304
    handed_in(world, subject="Keputusan kedua", effects=[])
    assert Client().get(address, headers={"If-None-Match": etag}).status_code == 200


def test_a_new_address_ends_the_old_one_and_both_can_be_ended(world: World) -> None:
    old = feed_of(world, "hadi")
    new = feed_of(world, "hadi")
    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)
    as_official(world, "hadi").post("/kalender/hentikan/")
    assert Client().get(new).status_code == 404


def test_the_address_is_kept_as_a_hash_and_shown_once(world: World) -> None:
    address = feed_of(world, "hadi")
    token = address.rsplit("/", 1)[1].removesuffix(".ics")
    assert len(token) >= 43
    assert Feed.objects.get().sha256 not in address
    assert token not in as_official(world, "hadi").get("/kalender/").content.decode()


def test_who_may_no_longer_log_in_has_no_calendar(world: World) -> None:
    address = feed_of(world, "hadi")
    type(person("hadi")).objects.filter(username="hadi").update(is_active=False)
    assert Client().get(address).status_code == 404


def test_one_task_is_one_file(world: World) -> None:
    task = task_of(handed_in(world))
    answer = as_official(world, "hadi").get(f"/tugas/{task.pk}/tenggat.ics")
    assert events(answer.content)[0][1] == task.due_on
    assert Client().get(f"/tugas/{task.pk}/tenggat.ics").status_code == 302
