"""The channels outside the app: which comes first, what a gateway gets and answers, and which is next."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import F
from django.db.models.functions import Now

from tests.people import person
from tests.races import race
from tests.worker.receiver import Receiver, listening
from tests.world import build_world
from worker import night
from worker.addresses import wa_me
from worker.models import Delivery, Preferences
from worker.relay import ATTEMPTS, carry_out
from worker.unread import tell_by_the_next_channel
from workflows.core.clock import go_live
from workflows.core.models import Outbox
from workflows.organisation.models import Person

EVENING, NOON = datetime(2026, 11, 22, 14, tzinfo=UTC), datetime(2026, 11, 22, 5, tzinfo=UTC)  # 21.00 and 12.00 in Jakarta


@pytest.fixture
def gateway(settings) -> Iterator[Receiver]:
    """A WhatsApp gateway of the usual make, which wants JSON."""
    with listening(Receiver()) as receiver:
        settings.WHATSAPP_GATEWAY = f"json://127.0.0.1:{receiver.port}/send?:to={{to}}&+Idempotency-Key={{id}}"
        yield receiver


@pytest.fixture
def fitri(gateway) -> Person:
    """She has a number and no e-mail."""
    fitri = person("fitri")
    fitri.phone = "0812-3456 7890"
    fitri.save(update_fields=["phone"])
    return fitri


def told(who: Person) -> dict[str, Delivery]:
    return {row.channel: row for row in Delivery.objects.filter(person=who).exclude(channel="app")}


def send(delivery: Delivery) -> Delivery:
    Delivery.objects.filter(pk=delivery.pk).update(available_at=Now())
    carry_out(Delivery, delivery.pk)
    delivery.refresh_from_db()
    return delivery


def with_email(who: Person) -> Person:
    who.email = "fitri@example.org"
    who.save(update_fields=["email"])
    return who


def test_the_link_opens_whatsapp_with_the_whole_text():
    assert wa_me("0812 3456 7890", "Giliran Anda & kami?") == "https://wa.me/6281234567890?text=Giliran%20Anda%20%26%20kami%3F"


def test_who_has_only_a_number_is_told_by_whatsapp_with_the_link_and_proof(row, fitri, gateway):
    carry_out(Outbox, row.pk)
    message = send(told(fitri)["whatsapp"])
    [letter] = gateway.got
    assert json.loads(letter.body)["message"] == message.text
    assert json.loads(letter.body)["to"] == "6281234567890"
    assert letter.headers["Idempotency-Key"] == message.message_id
    assert (message.standing, message.address) == ("sent", "6281234567890")
    assert message.link in message.text


def test_a_number_that_whatsapp_does_not_know_fails_for_good_and_the_next_channel_tells(row, fitri, gateway):
    Preferences.objects.create(person=with_email(fitri), order=["whatsapp", "email", "telegram"])
    carry_out(Outbox, row.pk)
    gateway.refuse(404)
    message = send(told(fitri)["whatsapp"])
    assert (message.standing, message.attempts) == ("failed", 1)
    assert "nomor tidak terdaftar" in message.why
    assert told(fitri)["email"].standing == "waiting"


@pytest.mark.parametrize("status", [401, 429, 500, 503])
def test_a_gateway_in_trouble_is_tried_again_under_the_same_id(row, fitri, gateway, status):
    carry_out(Outbox, row.pk)
    gateway.refuse(status)
    message = send(told(fitri)["whatsapp"])
    assert (message.standing, str(status) in message.why) == ("retrying", True)
    assert send(message).standing == "sent"
    assert len({letter.headers["Idempotency-Key"] for letter in gateway.got}) == 1


def test_a_gateway_that_is_away_leads_to_the_next_channel_in_the_end(row, fitri, settings):
    Preferences.objects.create(person=with_email(fitri), order=["whatsapp", "email", "telegram"])
    settings.WHATSAPP_GATEWAY = "json://127.0.0.1:9/?:to={to}"
    carry_out(Outbox, row.pk)
    message = told(fitri)["whatsapp"]
    for _ in range(ATTEMPTS):
        send(message)
    assert message.standing == "failed"
    assert set(told(fitri)) == {"whatsapp", "email"}


def test_reminders_may_be_switched_off_and_decisions_may_not(row, fitri):
    Preferences.objects.create(person=fitri, reminders=False)
    Outbox.objects.filter(pk=row.pk).update(topic="reminder")
    carry_out(Outbox, row.pk)
    assert not told(fitri)
    assert Delivery.objects.filter(person=fitri, channel="app").exists()
    Delivery.objects.all().delete()
    Outbox.objects.filter(pk=row.pk).update(topic="your_turn", done_at=None)
    carry_out(Outbox, row.pk)
    assert set(told(fitri)) == {"whatsapp"}


@pytest.mark.parametrize(
    ("now", "zone", "until"),
    [
        (EVENING, "Asia/Jakarta", datetime(2026, 11, 22, 23, tzinfo=UTC)),
        (EVENING, "Asia/Jayapura", datetime(2026, 11, 22, 21, tzinfo=UTC)),
        (NOON, "Asia/Jakarta", None),
        (datetime(2026, 11, 22, 22, tzinfo=UTC), "Asia/Jakarta", datetime(2026, 11, 22, 23, tzinfo=UTC)),
        (datetime(2026, 11, 22, 23, tzinfo=UTC), "Asia/Jakarta", None),
    ],
)
def test_at_night_messages_wait_until_morning_where_the_office_is(db, now, zone, until):
    assert night.morning(Preferences(person_id=1), zone, now) == until


def test_a_story_knows_no_night_and_who_wants_none_has_none(world):
    assert night.morning(Preferences(person_id=1), None, EVENING) is None
    go_live()
    assert night.morning(Preferences(person_id=1), None, EVENING)
    assert night.morning(Preferences(person_id=1, quiet=False), None, EVENING) is None


def test_a_message_of_the_night_is_not_due_before_the_quiet_hours_end(row, fitri, gateway, monkeypatch):
    until = datetime.now(UTC) + timedelta(hours=3)
    monkeypatch.setattr("worker.telling.morning", lambda *_: until)
    carry_out(Outbox, row.pk)
    message = told(fitri)["whatsapp"]
    carry_out(Delivery, message.pk)
    assert not gateway.got
    assert message.available_at == until


def hours_pass(hours: int) -> None:
    Delivery.objects.update(sent_at=F("sent_at") - timedelta(hours=hours))


def test_what_is_not_read_is_told_by_the_next_channel_after_the_hours_one_chose(row, fitri):
    Preferences.objects.create(person=with_email(fitri), order=["whatsapp", "email", "telegram"], next_after=4)
    carry_out(Outbox, row.pk)
    send(told(fitri)["whatsapp"])
    hours_pass(3)
    assert tell_by_the_next_channel() == 0
    hours_pass(2)
    assert tell_by_the_next_channel() == 1
    assert set(told(fitri)) == {"whatsapp", "email"}
    assert tell_by_the_next_channel() == 0


def test_what_was_read_is_not_told_again(row, fitri):
    Preferences.objects.create(person=with_email(fitri), order=["whatsapp", "email", "telegram"], next_after=4)
    carry_out(Outbox, row.pk)
    send(told(fitri)["whatsapp"])
    Delivery.objects.filter(channel="app", person=fitri).update(status="read", read_at=Now())
    hours_pass(5)
    assert tell_by_the_next_channel() == 0


@pytest.mark.django_db(transaction=True)
def test_two_schedulers_tell_the_unread_once(gateway):
    world = build_world()
    world.handed_in()
    fitri = with_email(person("fitri"))
    Person.objects.filter(pk=fitri.pk).update(phone="081234567890")
    Preferences.objects.create(person=fitri, order=["whatsapp", "email", "telegram"], next_after=4)
    carry_out(Outbox, Outbox.objects.get(topic="your_turn").pk)
    send(told(fitri)["whatsapp"])
    hours_pass(5)
    race([tell_by_the_next_channel] * 3)
    assert Delivery.objects.filter(person=fitri, channel="email").count() == 1
