"""E-mail over real SMTP: sent at least once, always under one Message-ID; what cannot arrive is shown as failed."""

import pytest
from django.db.models.functions import Now

from tests.people import person
from worker.models import Delivery
from worker.relay import carry_out
from workflows.core.models import Outbox


@pytest.fixture
def email(row, post_office) -> Delivery:
    """The mail that tells Fitri of her turn, not yet sent."""
    fitri = person("fitri")
    type(fitri).objects.filter(pk=fitri.pk).update(email="fitri@example.org")
    carry_out(Outbox, row.pk)
    return Delivery.objects.get(channel="email", status="pending")


def send(email):
    Delivery.objects.filter(pk=email.pk).update(available_at=Now())
    carry_out(Delivery, email.pk)
    email.refresh_from_db()


def test_the_mail_is_plain_indonesian_text_with_the_link(email, post_office):
    send(email)
    [mail] = post_office.mails
    body = mail.get_payload(decode=True).decode()
    assert body.startswith("Yth. Contoh Fitri")
    assert email.link in body
    assert mail["Auto-Submitted"] == "auto-generated"
    assert (email.status, email.sent_at is None) == ("sent", False)


def test_when_the_server_is_busy_it_is_sent_later(email, post_office):
    post_office.replies = ["451 busy"]
    send(email)
    assert (email.status, email.attempts, post_office.mails) == ("pending", 1, [])
    assert "451" in email.last_error
    send(email)
    assert email.status == "sent"
    assert post_office.message_ids == [email.message_id]


def test_a_mail_whose_sending_was_not_noted_goes_again_under_the_same_id(email, post_office):
    send(email)
    Delivery.objects.filter(pk=email.pk).update(status="pending", done_at=None)  # as after a kill before the commit
    send(email)
    assert post_office.message_ids == [email.message_id] * 2


def test_a_refused_address_ends_as_failed_with_the_reason(email, post_office):
    post_office.replies = ["550 no such user"]
    send(email)
    assert (email.status, email.attempts) == ("failed", 1)
    assert "no such user" in email.last_error


def test_what_is_no_address_ends_as_failed_without_asking_the_server(email, post_office):
    fitri = email.person
    type(fitri).objects.filter(pk=fitri.pk).update(email="fitri, di balai desa")
    send(email)
    assert email.status == "failed"
    assert "bukan alamat surel" in email.last_error
    assert not post_office.mails
