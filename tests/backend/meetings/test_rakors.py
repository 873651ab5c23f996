"""The room of the rakor: its pages, who finds them, and what they show."""

from datetime import UTC, datetime

import pytest
from django.core import mail
from django.urls import reverse
from icalendar import Calendar
from pytest_django import Settings

from backend.telling.dates import events_of
from tests.backend.meetings.conftest import Enter
from tests.decree_world import fresh
from tests.letter_world import PAPER
from tests.rakor_world import RakorWorld
from tests.world import BEGIN
from worker.models import Delivery
from worker.relay import carry_out
from workflows.core.door import perform
from workflows.core.models import Outbox
from workflows.letters.drafting import start_letter
from workflows.letters.models import Letter
from workflows.meetings.models import Rakor
from workflows.organisation.models import Person
from workflows.organisation.offices import system_mandate

PAGES = [
    "rakor", "rakor-invitees", "rakor-attendance", "rakor-code", "rakor-wall", "rakor-wall-now", "rakor-evaluations",
    "rakor-motions",
]  # fmt: skip


def page(rakor: Rakor, name: str = "rakor", *more: object) -> str:
    return reverse(name, args=[rakor.pk, *more])


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_a_rakor_opens_for_its_organiser(world: RakorWorld, enter: Enter, name: str) -> None:
    rakor = world.held(world.round_at_rakor())
    answer = enter(world.ani).get(page(rakor, name))
    assert answer.status_code == 200
    assert "Contoh" in answer.content.decode()


def test_a_plan_begins_with_what_is_open_and_calls_nobody(world: RakorWorld, enter: Enter, settings: Settings) -> None:
    settings.ENVIRONMENT = "demo"
    world.round_at_rakor()
    browser = enter(world.ani)
    begun = browser.get(reverse("new-rakor"))
    assert "penetapan kelas 2 Kampung KB" in begun.content.decode()
    assert "Kampung KB yang belum mengisi evaluasi (1)" in begun.content.decode()
    typed = {"held_on": "2024-03-20", "begins": "08:30", "place": "Aula Contoh", "agenda": "pembukaan\npenutup",
             "quorum_kind": "share", "chair": world.office("secretary").pk, "scribe": "Contoh Notulis", "roles": ["camat"],
             "guests": "Contoh Tamu | Perwakilan BKKBN"}  # fmt: skip
    typed["key"] = begun.context["form"]["key"].value()
    answer = [browser.post(reverse("new-rakor"), typed) for _twice in range(2)][-1]
    rakor = Rakor.objects.get()
    assert answer.url == page(rakor)
    assert rakor.invites == [{"role": "camat"}, {"name": "Contoh Tamu", "group": "Perwakilan BKKBN"}]
    assert (rakor.state, rakor.file.example) == ("planned", True)


def test_a_plan_that_cannot_be_is_told_beside_what_was_typed(world: RakorWorld, enter: Enter) -> None:
    typed = {"held_on": "2024-03-20", "begins": "08:30", "ends": "07:00", "place": "Aula Contoh", "agenda": "pembukaan",
             "chair": world.office("secretary").pk, "scribe": "Contoh Notulis", "quorum_kind": "share"}  # fmt: skip
    answer = enter(world.ani).post(reverse("new-rakor"), typed)
    assert answer.status_code == 422
    assert "Rakor selesai sesudah mulai." in answer.content.decode()
    assert "Aula Contoh" in answer.content.decode()


def test_inviting_seats_everybody_whom_the_page_had_shown(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.rakor(), enter(world.ani)
    shown = browser.get(page(rakor, "rakor-invitees")).content.decode()
    assert "6 undangan" in shown
    assert "Dinas Kesehatan Contoh" in shown
    browser.post(page(rakor, "rakor-act", "invite"), {"key": "a", "version": rakor.file.version})
    assert fresh(rakor).seats.count() == 6


def test_a_plan_is_its_organisers_and_an_invited_rakor_everybodys_who_is_called(world: RakorWorld, enter: Enter) -> None:
    rakor, partner = world.rakor(), world.by("lala")
    assert enter(world.by("budi")).get(page(rakor)).status_code == 404
    world.invite(rakor)
    assert enter(world.by("budi")).get(page(rakor)).status_code == 200
    assert enter(partner).get(page(rakor)).status_code == 200
    assert enter(partner).get(page(rakor, "rakor-attendance")).status_code == 404
    assert enter(world.by("budi")).post(page(rakor, "rakor-act", "cancel_rakor"), {"reason": "x"}).status_code == 404


def test_the_signed_invitation_is_read_by_whoever_is_called_and_by_nobody_else(world: RakorWorld, enter: Enter) -> None:
    rakor = world.rakor(invites=[{"role": "camat"}, {"role": "partner"}])
    world.invite(rakor)
    letter = start_letter("undangan", rakor.file, world.ani)
    seen = [enter(world.by("budi")), enter(world.by("lala"))]
    others = [enter(world.by("fitri"))]
    address = reverse("letter", args=[letter.pk])
    assert [browser.get(address).status_code for browser in seen] == [404, 404]
    perform(Letter.finalise, letter, by=world.ani)
    assert [browser.get(address).status_code for browser in seen] == [404, 404]
    perform(Letter.receive_paper, letter, by=system_mandate(), values={"sha256": PAPER})
    world.sign(letter, "hadi")
    assert [browser.get(address).status_code for browser in seen + others] == [200, 200, 404]
    assert address in seen[0].get(page(rakor)).content.decode()


def test_whoever_is_called_saves_it_to_a_calendar_at_its_hours(world: RakorWorld, enter: Enter) -> None:
    rakor = world.rakor(ends="11:00")
    partner = enter(world.by("lala"))
    assert enter(world.ani).get(page(rakor, "rakor-calendar")).status_code == 404
    world.invite(rakor)
    assert page(rakor, "rakor-calendar") in partner.get(page(rakor)).content.decode()
    [event] = Calendar.from_ical(partner.get(page(rakor, "rakor-calendar")).content).walk("VEVENT")
    begins, ends = (datetime(2024, 3, 4, hour, minute, tzinfo=UTC) for hour, minute in ((1, 30), (4, 0)))
    assert (event.decoded("dtstart"), event.decoded("dtend"), event["status"]) == (begins, ends, "CONFIRMED")
    assert [found["uid"] for found in events_of([world.by("lala")], BEGIN)] == [event["uid"]]
    assert events_of([world.by("hadi")], BEGIN) == []


def test_the_mail_that_invites_brings_the_rakor_for_the_calendar(world: RakorWorld, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Person.objects.filter(username="lala").update(email="lala@example.org")
    rakor = world.rakor()
    world.invite(rakor)
    for row in Outbox.objects.order_by("pk"):
        carry_out(Outbox, row.pk)
    carry_out(Delivery, Delivery.objects.get(channel="email", person__username="lala").pk)
    [(name, body, kind)] = mail.outbox[0].attachments
    [event] = Calendar.from_ical(body).events
    assert (name, kind, event["uid"].split("@")[0]) == ("rakor.ics", "text/calendar", f"rakor-{rakor.pk}")


def test_the_words_for_a_group_name_nobody_and_no_number(world: RakorWorld, enter: Enter) -> None:
    rakor = world.held()
    shown = enter(world.ani).get(page(rakor, "rakor-invitees")).content.decode()
    words = shown.partition("<textarea")[2].partition("</textarea>")[0]
    assert "Pukul: 08.30 WIB" in words
    assert "Contoh Tamu" not in words


def test_acts_that_are_alike_stand_in_the_history_as_one_line(world: RakorWorld, enter: Enter) -> None:
    rakor = world.held(came=5)
    lines = enter(world.ani).get(page(rakor)).context["history"]
    assert [(one.words.partition(") ")[2], one.times) for one in lines] == [
        ("mencatat kehadiran", 5), ("membuka rakor", 1), ("mengundang ke rakor", 1),
    ]  # fmt: skip


def test_the_end_drafts_the_record_and_leads_to_it(world: RakorWorld, enter: Enter) -> None:
    rakor = world.held(world.round_at_rakor())
    world.resolve(rakor, "other", text="Rapat berikutnya bulan Mei.")
    browser = enter(world.ani)
    typed = {"key": "a", "version": fresh(rakor).file.version, "ends": "11:45"}
    answer = browser.post(page(rakor, "rakor-act", "end_meeting"), typed)
    letter = rakor.file.letters.get()
    assert answer.url == reverse("letter", args=[letter.pk])
    assert "Rapat berikutnya bulan Mei" in browser.get(answer.url).content.decode()
    assert "Belum dapat" not in browser.get(page(rakor)).content.decode()
