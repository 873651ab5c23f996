"""Who is there: ticked by name, by the code in the room, late, in another's stead, gone again."""

from django.urls import reverse

from tests.backend.meetings.conftest import Enter
from tests.backend.meetings.test_rakors import page
from tests.rakor_world import RakorWorld
from workflows.meetings.models import Rakor, Seat


def seat_of(rakor: Rakor, role: str) -> Seat:
    return rakor.seats.filter(office__role=role).earliest("number")


def test_a_name_is_ticked_also_for_who_came_in_his_stead(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(came=0), enter(world.ani)
    camat = seat_of(rakor, "camat")
    assert browser.post(reverse("seat-act", args=[rakor.pk, camat.pk, "arrive"]), {"proxy": "a\x00b"}).status_code == 422
    browser.post(reverse("seat-act", args=[rakor.pk, camat.pk, "arrive"]), {"proxy": "Contoh Sekcam"})
    camat.refresh_from_db()
    assert (camat.state, camat.proxy, camat.how) == ("present", "Contoh Sekcam", "name")
    assert "diwakili Contoh Sekcam" in browser.get(page(rakor, "rakor-attendance")).content.decode()
    browser.post(reverse("seat-act", args=[rakor.pk, camat.pk, "leave"]), {"at": "23:59"})
    camat.refresh_from_db()
    assert camat.state == "left"
    browser.post(reverse("seat-act", args=[rakor.pk, camat.pk, "undo_arrival"]))
    camat.refresh_from_db()
    assert (camat.state, camat.arrived) == ("invited", None)


def test_before_its_day_nobody_is_ticked_but_a_guest_may_be_seated(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.rakor(held_on="2024-04-18"), enter(world.ani)
    world.invite(rakor)
    shown = browser.get(page(rakor, "rakor-attendance")).content.decode()
    assert "Kehadiran dicatat pada hari rakor, 18 April 2024." in shown
    assert "/arrive/" not in shown
    assert "Tambah tamu" in shown


def test_what_is_noted_later_has_its_time_typed(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(came=0), enter(world.ani)
    camat = seat_of(rakor, "camat")
    browser.post(reverse("seat-act", args=[rakor.pk, camat.pk, "arrive"]), {"at": "08:20"})
    early = browser.post(reverse("seat-act", args=[rakor.pk, camat.pk, "leave"]), {"at": "08:00"})
    assert early.status_code == 422
    assert "tercatat datang pukul 08.20" in early.content.decode()
    camat.refresh_from_db()
    assert (f"{camat.arrived:%H.%M}", camat.state) == ("08.20", "present")


def test_who_is_in_the_room_checks_his_own_office_in(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(came=0), enter(world.by("budi"))
    address = page(rakor, "rakor-check-in", rakor.code)
    assert "Saya hadir" in browser.get(address).content.decode()
    browser.post(address, {"proxy": "Contoh Sekcam"})
    assert seat_of(rakor, "camat").how == "code"
    said = browser.get(address).content.decode()
    assert ("tercatat pukul" in said, "Diwakili Contoh Sekcam" in said) == (True, True)


def test_another_code_opens_no_door(world: RakorWorld, enter: Enter) -> None:
    rakor = world.held(came=0)
    assert enter(world.by("budi")).post(page(rakor, "rakor-check-in", "lain")).status_code == 404
    assert seat_of(rakor, "camat").state == "invited"


def test_whoever_is_not_called_is_sent_to_the_organisers(world: RakorWorld, enter: Enter) -> None:
    rakor = world.held(came=0)
    answer = enter(world.by("citra")).get(page(rakor, "rakor-check-in", rakor.code))
    assert "Temui panitia" in answer.content.decode()


def test_the_code_of_the_room_is_for_its_organiser_alone(world: RakorWorld, enter: Enter) -> None:
    rakor = world.held()
    assert rakor.code not in enter(world.by("budi")).get(page(rakor)).content.decode()
    assert enter(world.by("budi")).get(page(rakor, "rakor-code")).status_code == 404
    assert "<svg" in enter(world.ani).get(page(rakor, "rakor-code")).content.decode()


def test_a_guest_gets_a_seat_of_his_own(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(), enter(world.ani)
    typed = {"key": "a", "version": rakor.file.version, "guest": "Contoh Tamu Lain", "group": "Akademisi"}
    browser.post(page(rakor, "rakor-guest"), typed)
    assert rakor.seats.filter(name="Contoh Tamu Lain", group="Akademisi").count() == 1
    assert browser.post(page(rakor, "rakor-guest"), typed | {"guest": ""}).status_code == 422


def test_the_list_of_attendance_is_a_paper(world: RakorWorld, enter: Enter) -> None:
    answer = enter(world.ani).get(page(world.held(), "rakor-attendance-paper"))
    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
