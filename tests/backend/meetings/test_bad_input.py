"""What an organiser types wrongly is told beside its field; what the act asks for can be typed on the page."""

from datetime import time

from django.urls import reverse

from tests.backend.meetings.conftest import Enter
from tests.backend.meetings.test_rakors import page
from tests.decree_world import fresh
from tests.rakor_world import RakorWorld
from workflows.organisation.models import Mandate


def test_a_plan_keeps_somebody_who_takes_notes(world: RakorWorld, enter: Enter) -> None:
    rakor = world.rakor()
    typed = {"version": rakor.file.version, "held_on": "2024-03-20", "begins": "08:30", "place": "Aula Contoh",
             "agenda": "pembukaan", "chair": rakor.chair_id, "quorum_kind": "share", "note_taker": "", "scribe": ""}  # fmt: skip
    answer = enter(world.ani).post(page(rakor, "edit-rakor"), typed)
    assert answer.status_code == 422
    assert "Pilih kantor notulis atau tulis namanya; salah satu." in answer.content.decode()


def test_a_rakor_is_moved_to_hours_after_its_planned_end(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.rakor(ends="11:00"), enter(world.ani)
    world.invite(rakor)
    asked = {"version": fresh(rakor).file.version, "key": "a", "reason": "Aula dipakai.", "begins": "13:00"}
    assert browser.post(page(rakor, "rakor-act", "move_rakor"), asked).status_code == 422
    assert browser.post(page(rakor, "rakor-act", "move_rakor"), asked | {"ends": "15:00"}).status_code == 302
    assert (fresh(rakor).begins, fresh(rakor).ends) == (time(13), time(15))


def test_who_opens_it_is_asked_where_the_office_is_vacant(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.rakor(), enter(world.ani)
    world.invite(rakor)
    Mandate.objects.filter(office=rakor.chair_id).update(until=world.ani.since)
    asked = {"version": fresh(rakor).file.version, "key": "a"}
    shown = browser.post(page(rakor, "rakor-act", "open_meeting"), asked)
    assert (shown.status_code, "Yang membuka" in shown.content.decode()) == (422, True)
    answer = browser.post(page(rakor, "rakor-act", "open_meeting"), asked | {"opened_by": world.by("hadi").pk})
    assert (answer.status_code, fresh(rakor).opened_by) == (302, world.by("hadi"))


def test_a_number_of_any_length_turns_to_no_item(world: RakorWorld, enter: Enter) -> None:
    rakor = world.held()
    assert enter(world.ani).post(page(rakor, "rakor-item"), {"item": "9" * 5000}).status_code == 422
    assert enter(world.ani).get(f"{reverse('new-rakor')}?putaran={'9' * 40}").status_code == 200
