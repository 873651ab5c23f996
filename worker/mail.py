"""E-mail: sent at least once, always with the same Message-ID."""

from smtplib import SMTPRecipientsRefused

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email

from worker.bundle import bundle_of, is_summary
from worker.errors import BadAddress
from worker.ics import calendar, meeting
from worker.models import Delivery
from worker.notices import letter
from workflows.meetings.models import Rakor

LASTING = 500
"""SMTP replies from here on say that trying again is useless (RFC 5321, 4.2.1)."""
CALLED = {"rakor_invited", "rakor_moved", "rakor_cancelled"}
"""Topics whose mail brings the rakor along for one's calendar."""


def send(delivery: Delivery) -> str:
    """Hand it to the mail server; returns the address it went to.

    Raises `BadAddress` when that cannot ever succeed, else what the server raises.
    """
    address = delivery.person.email
    try:
        validate_email(address)
        message(delivery, address).send(fail_silently=False)
    except ValidationError:
        raise BadAddress(f"{address!r} bukan alamat surel.") from None
    except SMTPRecipientsRefused as refused:
        code, words = next(iter(refused.recipients.values()))
        if code < LASTING:
            raise
        raise BadAddress(f"{address} ditolak: {code} {words.decode(errors='replace')}") from refused
    return address


def message(delivery: Delivery, address: str) -> EmailMessage:
    headers = {"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"}
    body = letter(delivery.person, delivery.text, bundle_of(delivery) if is_summary(delivery) else [])
    made = EmailMessage(delivery.subject, body, to=[address], headers=headers)
    if delivery.outbox and delivery.outbox.topic in CALLED:
        rakor = Rakor.objects.select_related("file").get(pk=delivery.outbox.object_id)
        made.attach("rakor.ics", calendar([meeting(rakor)], rakor.file.zone), "text/calendar")
    return made
