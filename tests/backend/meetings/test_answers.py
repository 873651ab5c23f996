"""Before the day whoever is invited says whether he comes, with one thumb; the organiser sees what to expect."""

from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from pytest_django import Settings

from tests.backend.meetings.conftest import Enter
from tests.backend.meetings.test_api import api, listed
from tests.backend.meetings.test_rakors import page
from tests.decree_world import fresh
from tests.letter_world import PAPER
from tests.rakor_world import RakorWorld
from worker.models import Delivery
from worker.relay import carry_out
from workflows.core.clock import move_story_to
from workflows.core.door import perform
from workflows.core.models import JournalEntry, Outbox
from workflows.letters.drafting import start_letter
from workflows.letters.models import Letter
from workflows.meetings.models import Rakor, Seat
from workflows.organisation.models import Person
from workflows.organisation.offices import system_mandate

LATER = date(2024, 4, 18)


@pytest.fixture
def invited(world: RakorWorld) -> Rakor:
    rakor = world.rakor(quorum=50, held_on=LATER)
    world.invite(rakor)
    return fresh(rakor)


def seat(rakor: Rakor, number: int = 1) -> Seat:
    return fresh(rakor).seats.get(number=number)


def address(rakor: Rakor, number: int = 1, name: str = "answer_invitation") -> str:
    return reverse("seat-answer", args=[rakor.pk, seat(rakor, number).pk, name])


def send(browser: Client, rakor: Rakor, number: int = 1, **typed: Any) -> Any:
    return browser.post(address(rakor, number), {"held_on": str(fresh(rakor).held_on)} | typed)


def text_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_whoever_is_invited_answers_from_the_page_he_opens_and_may_change_it(
    world: RakorWorld, enter: Enter, invited: Rakor
) -> None:
    budi = enter(world.by("budi"))
    shown = text_of(budi.get(page(invited)))
    assert "Apakah Camat Contoh Hilir hadir?" in shown
    assert [f">{word}<" in shown for word in ("Hadir", "Diwakili", "Berhalangan")] == [True] * 3
    assert send(budi, invited, answer="comes").url == page(invited)
    shown = text_of(budi.get(page(invited)))
    assert ("akan hadir" in shown, "dijawab Contoh Budi" in shown) == (True, True)
    send(budi, invited, answer="represented", proxy="Contoh Sekcam", excuse="tidak terkirim")
    assert "oleh Contoh Sekcam" in text_of(budi.get(page(invited)))
    budi.post(address(invited, name="take_back_answer"))
    assert (seat(invited).answer, seat(invited).state) == ("", "invited")


def test_what_is_missing_is_told_at_its_field_beside_what_was_typed(world: RakorWorld, enter: Enter, invited: Rakor) -> None:
    budi = enter(world.by("budi"))
    answer = send(budi, invited, answer="represented", proxy="  ")
    assert answer.status_code == 422
    assert '<p class="wrong" id="wakil-salah">Tulis nama wakilnya.</p>' in text_of(answer)
    answer = send(budi, invited, answer="cannot_come", excuse="y" * 201)
    assert (answer.status_code, "y" * 201 in text_of(answer)) == (422, True)
    assert "paling panjang 200 huruf" in text_of(answer).partition('id="alasan-salah"')[2]
    wrong: list[dict[str, str]] = [{}, {"answer": "x"}, {"answer": "comes", "held_on": "x"}]
    assert [send(budi, invited, **typed).status_code for typed in wrong] == [422] * 3
    noted = send(enter(world.ani), invited, 2, answer="represented", proxy="")
    assert (noted.status_code, "Tulis nama wakilnya." in text_of(noted)) == (422, True)
    assert Seat.objects.exclude(answer="").count() == 0


def test_only_ones_own_office_is_answered_for(world: RakorWorld, enter: Enter, invited: Rakor) -> None:
    fitri = enter(world.by("fitri"))
    assert send(fitri, invited, 1, answer="comes").status_code == 404
    assert send(enter(world.by("citra")), invited, 1, answer="comes").status_code == 404
    assert fitri.post(address(invited, 2, "leave")).status_code == 404
    assert enter(world.by("citra")).get(page(invited)).context["own"] is None
    assert send(fitri, invited, 2, answer="comes").status_code == 302
    assert [one.number for one in fresh(invited).seats.exclude(answer="")] == [2]


def test_the_organiser_notes_what_came_by_telephone_and_that_stays_visible(
    world: RakorWorld, enter: Enter, invited: Rakor
) -> None:
    ani = enter(world.ani)
    noted = send(ani, invited, 1, answer="cannot_come", excuse="Contoh rapat lain", proxy="tidak terkirim")
    assert noted.url == f"{page(invited, 'rakor-attendance')}#kursi-{seat(invited).pk}"
    send(ani, invited, 6, answer="comes")
    for shown in (text_of(ani.get(page(invited, "rakor-attendance"))), text_of(enter(world.by("budi")).get(page(invited)))):
        assert ("dicatat panitia (Contoh Ani)" in shown, "Contoh rapat lain" in shown) == (True, True)
    assert "Contoh rapat lain" not in text_of(enter(world.by("lala")).get(page(invited)))
    assert JournalEntry.objects.filter(act="meetings.Seat.answer_invitation", office=world.office("agency")).count() == 2


def test_the_organiser_sees_what_to_expect_and_others_do_not(world: RakorWorld, enter: Enter, invited: Rakor) -> None:
    ani = enter(world.ani)
    for number, typed in ((1, {"answer": "represented", "proxy": "Contoh"}), (2, {"answer": "cannot_come", "excuse": "Contoh"})):
        send(ani, invited, number, **typed)
    shown = ani.get(page(invited))
    assert [(tile.key, tile.count) for tile in shown.context["tiles"]] == [
        ("comes", 0), ("represented", 1), ("cannot_come", 1), ("belum", 4),
    ]  # fmt: skip
    assert "Kuorum belum dapat diperkirakan." in text_of(shown)
    assert "1 kantor menyatakan datang atau mengirim wakil, 3 belum menjawab; perlu 3." in text_of(shown)
    for number in (3, 4):
        send(ani, invited, number, answer="comes")
    assert "Kuorum diperkirakan tercapai." in text_of(ani.get(page(invited, "rakor-attendance")))
    assert "Kuorum diperkirakan" not in text_of(enter(world.by("budi")).get(page(invited)))
    silent = ani.get(f"{page(invited, 'rakor-attendance')}?jawaban=belum")
    assert [str(one) for _group, seats in silent.context["groups"] for one in seats] == [
        "Kepala Dinas Kesehatan Contoh", "Contoh Tamu",
    ]  # fmt: skip
    for number in (3, 4, 5):
        send(ani, invited, number, answer="cannot_come", excuse="Contoh")
    assert "Kuorum diperkirakan tidak tercapai." in text_of(ani.get(page(invited)))


def test_an_announced_proxy_is_offered_on_the_day_and_noted_by_a_hand(world: RakorWorld, enter: Enter, invited: Rakor) -> None:
    ani, budi = enter(world.ani), enter(world.by("budi"))
    send(budi, invited, answer="represented", proxy="Contoh Sekcam")
    move_story_to(LATER)
    perform(Rakor.open_meeting, fresh(invited), by=world.ani)
    shown = text_of(ani.get(page(invited, "rakor-attendance")))
    assert '<input name="proxy" maxlength="150" value="Contoh Sekcam">' in shown
    assert ("Belum hadir" in shown, "Kuorum diperkirakan" in shown) == (True, False)
    assert 'value="Contoh Sekcam"' in text_of(budi.get(page(invited, "rakor-check-in", invited.code)))
    assert "Apakah Camat" not in text_of(budi.get(page(invited)))
    assert send(budi, invited, answer="comes").status_code == 422
    assert (seat(invited).proxy, seat(invited).state) == ("", "invited")


def test_a_rakor_that_is_moved_asks_again_and_shows_what_was_said_for_the_old_day(
    world: RakorWorld, enter: Enter, invited: Rakor
) -> None:
    budi, ani = enter(world.by("budi")), enter(world.ani)
    send(budi, invited, answer="represented", proxy="Contoh Sekcam")
    perform(Rakor.move_rakor, fresh(invited), by=world.ani, reason="Contoh", values={"held_on": "2024-04-25"})
    shown = text_of(budi.get(page(invited)))
    assert "Jawaban Anda untuk 18 April 2024: akan diwakili. Jawab lagi untuk 25 April 2024." in shown
    assert "untuk hari yang baru; untuk 18 April 2024: akan diwakili" in text_of(ani.get(page(invited, "rakor-attendance")))
    late = send(budi, invited, answer="comes", held_on="2024-04-18")
    assert (late.status_code, "jawab untuk hari itu" in text_of(late)) == (422, True)
    send(budi, invited, answer="comes")
    assert "Ubah jawaban" in text_of(budi.get(page(invited)))


def test_the_year_reminds_of_an_invitation_that_is_not_answered(world: RakorWorld, enter: Enter, invited: Rakor) -> None:
    budi = enter(world.by("budi"))
    assert "Undangannya belum Anda jawab." in text_of(budi.get(reverse("year")))
    send(budi, invited, answer="comes")
    assert "Undangannya belum Anda jawab." not in text_of(budi.get(reverse("year")))


def test_message_calendar_and_words_for_a_group_lead_to_where_one_answers(
    world: RakorWorld, enter: Enter, invited: Rakor, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Person.objects.filter(username="lala").update(email="lala@example.org")
    for row in Outbox.objects.order_by("pk"):
        carry_out(Outbox, row.pk)
    carry_out(Delivery, Delivery.objects.get(channel="email", person__username="lala").pk)
    [(_name, body, _kind)] = mail.outbox[0].attachments
    [event] = Calendar.from_ical(body).events
    here = settings.BASE_URL + page(invited)
    answered_at = f"Jawab undangan (hadir, diwakili, atau berhalangan): {here}"
    assert "Jawab: hadir, diwakili, atau berhalangan." in mail.outbox[0].body
    assert (str(event["description"]), here in mail.outbox[0].body) == (answered_at, True)
    assert answered_at in text_of(enter(world.ani).get(page(invited, "rakor-invitees")))


def test_by_the_api_one_answers_for_ones_own_seat(world: RakorWorld, invited: Rakor) -> None:
    partner, ani = api("lala"), api("ani")
    [own] = listed(partner, f"/api/rakors/{invited.pk}/seats/")
    assert {"answer_invitation", "take_back_answer"} <= {act["name"] for act in own["available_transitions"]}
    there = f"/api/seats/{own['id']}/"
    refused = partner.act(there, "answer_invitation", values={"answer": "represented"})
    assert (refused.status_code, refused.json()["errors"]) == (400, {"proxy": "Tulis nama wakilnya."})
    told = {"answer": "represented", "proxy": "Contoh Sekretaris", "held_on": str(LATER)}
    assert partner.act(there, "answer_invitation", values=told).status_code == 201
    [own] = listed(partner, f"/api/rakors/{invited.pk}/seats/")
    assert (own["answer"], own["expected"], own["stand_in"], own["answered_by"]["id"]) == (
        "represented", "represented", "Contoh Sekretaris", world.health.pk,
    )  # fmt: skip
    of_another = partner.act(f"/api/seats/{seat(invited).pk}/", "answer_invitation", values={"answer": "comes"})
    assert (of_another.status_code, of_another.json()["problems"][0]["rule"]) == (403, "answers_for_its_office")
    assert ani.act(there, "answer_invitation", values={"answer": "cannot_come", "excuse": "Contoh"}).status_code == 201
    assert listed(ani, f"/api/rakors/{invited.pk}/seats/")[4]["answered_by"]["role"] == "agency"
    assert ani.act(there, "take_back_answer").status_code == 201


def test_a_second_letter_of_invitation_is_for_late_guests(world: RakorWorld, enter: Enter, invited: Rakor) -> None:
    browser = enter(world.by("hadi"))
    assert "susulan" not in text_of(browser.get(page(invited)))
    letter = start_letter("undangan", invited.file, world.ani)
    perform(Letter.finalise, letter, by=world.ani)
    perform(Letter.receive_paper, letter, by=system_mandate(), values={"sha256": PAPER})
    world.sign(letter, "hadi")
    shown = text_of(browser.get(page(invited)))
    said = f"Undangan nomor {fresh(letter).issue['number']} sudah ditandatangani; yang lain hanya untuk yang diundang kemudian."
    assert ("Buat undangan susulan" in shown, said in shown) == (True, True)
