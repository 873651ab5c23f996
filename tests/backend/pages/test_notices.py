import pytest
from django.test import Client

from tests.backend.pages.decrees import as_official, handed_in
from tests.people import person
from tests.world import World
from worker.models import Delivery
from worker.subjects import about_task
from worker.telling import deliver
from workflows.core.models import Outbox


@pytest.fixture
def hadi(world: World) -> Client:
    """Hadi and his colleague Ani, who has no e-mail, are told of a decree that waits for their agency."""
    handed_in(world)
    row = Outbox.objects.get(topic="your_turn", office=world.office("agency"))
    deliver(row, [person("hadi"), person("ani")], about_task(row))
    return as_official(world, "hadi")


def of(username: str) -> Delivery:
    return Delivery.objects.get(person=person(username), channel="app")


def test_what_was_told_stands_there_unread_and_leads_to_the_thing(hadi: Client) -> None:
    page = hadi.get("/pemberitahuan/").content.decode()
    assert of("hadi").text[:40] in page
    assert "belum dibaca" in page
    assert hadi.post(f"/pemberitahuan/{of('hadi').pk}/dibaca/", {"buka": "1"}).headers["Location"].startswith("/tugas/")


def test_every_page_counts_what_is_unread(hadi: Client) -> None:
    assert hadi.get("/").context["unread"]() == 1
    assert hadi.post(f"/pemberitahuan/{of('hadi').pk}/dibaca/").headers["Location"] == "/pemberitahuan/"
    assert hadi.get("/").context["unread"]() == 0
    assert of("hadi").read_at


def test_all_are_marked_at_once_and_only_ones_own(hadi: Client) -> None:
    hadi.post("/pemberitahuan/dibaca/")
    assert (of("hadi").status, of("ani").status) == ("read", "sent")
    assert hadi.post(f"/pemberitahuan/{of('ani').pk}/dibaca/").status_code == 404


def test_nothing_is_marked_by_looking(hadi: Client) -> None:
    hadi.get("/pemberitahuan/")
    assert hadi.get("/pemberitahuan/dibaca/").status_code == 405
    assert of("hadi").status == "sent"


def test_the_text_for_a_colleague_without_a_channel_is_there_to_copy(hadi: Client) -> None:
    [(_notice, texts)] = hadi.get("/pemberitahuan/").context["notices"]
    [(message, link)] = texts
    assert message.person == person("ani")
    assert link.startswith("https://wa.me/?text=Giliran")
    assert f"readonly>{message.text[:20]}" in hadi.get("/pemberitahuan/").content.decode()


def test_whoever_was_told_nothing_is_told_so(world: World) -> None:
    assert "Belum ada pemberitahuan" in as_official(world, "citra").get("/pemberitahuan/").content.decode()


def test_an_address_that_leads_nowhere_is_answered_in_indonesian(world: World) -> None:
    answer = as_official(world, "citra").get("/tugas/999999/")
    assert (answer.status_code, "Halaman ini tidak ditemukan" in answer.content.decode()) == (404, True)
