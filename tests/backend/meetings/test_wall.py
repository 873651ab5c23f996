"""What the hall sees: the item that is on, the quorum, the decisions; nothing private, and nothing when nothing changed."""

from tests.backend.meetings.conftest import Enter
from tests.backend.meetings.test_rakors import page
from tests.rakor_world import RakorWorld
from workflows.core.door import perform
from workflows.meetings.models import Rakor, Seat


def test_the_wall_follows_the_agenda_the_quorum_and_the_decisions(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(came=3, quorum=50), enter(world.ani)
    shown = browser.get(page(rakor, "rakor-wall")).content.decode()
    assert "/static/year.css" in shown
    assert "Acara 1 dari 4" in shown
    assert "Hadir 3 dari 5" in shown
    assert "✔" in shown
    browser.post(page(rakor, "rakor-item"), {"item": "2"})
    world.resolve(rakor, "other", text="Rapat berikutnya bulan Mei.")
    perform(Seat.leave, rakor.seats.filter(state="present")[0], by=world.ani, values={"at": "09:00"})
    shown = browser.get(page(rakor, "rakor-wall-now")).content.decode()
    assert "Acara 2 dari 4" in shown
    assert "Rapat berikutnya bulan Mei." in shown
    assert "Hadir 2 dari 5" in shown
    assert "belum terpenuhi" in shown


def test_before_the_rakor_the_wall_shows_when_it_is_and_what_is_on_the_agenda(world: RakorWorld, enter: Enter) -> None:
    rakor = world.rakor(held_on="2024-04-18", quorum=50)
    world.invite(rakor)
    shown = enter(world.by("budi")).get(page(rakor, "rakor-wall-now")).content.decode()
    assert "18 April 2024" in shown
    assert "<li>Pembahasan hasil evaluasi</li>" in shown
    assert "5 kantor diundang" in shown
    assert "kuorum 3" in shown
    assert not any(words in shown for words in ("Hadir 0", "missed", "Belum ada keputusan"))


def test_a_rakor_that_is_moved_is_moved_on_the_wall(world: RakorWorld, enter: Enter) -> None:
    rakor = world.rakor(held_on="2024-04-18")
    world.invite(rakor)
    wall, browser = page(rakor, "rakor-wall-now"), enter(world.ani)
    before = browser.get(wall)["ETag"]
    perform(Rakor.move_rakor, rakor, by=world.ani, reason="Aula dipakai.", values={"place": "Pendopo Contoh"})
    assert "Pendopo Contoh" in browser.get(wall, headers={"If-None-Match": before}).content.decode()


def test_an_item_that_is_not_on_the_agenda_is_refused(world: RakorWorld, enter: Enter) -> None:
    rakor = world.held()
    assert enter(world.ani).post(page(rakor, "rakor-item"), {"item": "9"}).status_code == 422
    assert Rakor.objects.get(pk=rakor.pk).item is None


def test_what_has_not_changed_is_not_sent_again(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(came=3), enter(world.ani)
    first = browser.get(page(rakor, "rakor-wall-now"))
    again = browser.get(page(rakor, "rakor-wall-now"), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    perform(Seat.arrive, rakor.seats.filter(state="invited")[0], by=world.ani)
    assert browser.get(page(rakor, "rakor-wall-now"), headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_the_wall_has_no_control_no_name_of_a_dissenter_and_no_number(world: RakorWorld, enter: Enter) -> None:
    rakor = world.held(came=3)
    world.resolve(rakor, "other", text="Rapat berikutnya bulan Mei.", dissent=[{"who": "Contoh Camat", "why": "terlalu dekat"}])
    world.ani.person.phone = "+628110000000"
    world.ani.person.save(update_fields=["phone"])
    shown = enter(world.ani).get(page(rakor, "rakor-wall")).content.decode()
    assert "<button" not in shown
    assert "<form" not in shown
    assert "Contoh Camat" not in shown
    assert "+62811" not in shown


def test_the_next_item_is_one_step_and_none_comes_after_the_last(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(agenda=["pembukaan", "pembahasan", "penutup"]), enter(world.ani)
    steps = [("mundur", 422), ("maju", 302), ("maju", 302), ("maju", 422), ("mundur", 302)]
    assert [browser.post(page(rakor, "rakor-item"), {"langkah": step}).status_code for step, _code in steps] == [
        code for _step, code in steps
    ]
    assert Rakor.objects.get(pk=rakor.pk).item == 2


def test_only_who_operates_the_wall_may_step_on_it(world: RakorWorld, enter: Enter) -> None:
    rakor = world.held()
    shown = [enter(by).get(page(rakor, "rakor-wall")).content.decode() for by in (world.ani, world.by("lala"))]
    assert ["data-turn" in text for text in shown] == [True, False]
