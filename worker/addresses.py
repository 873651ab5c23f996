"""Where a person is reached outside the app, by which channel first."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings

from worker.models import Channel, Preferences
from workflows.organisation.models import Person

COUNTRY = "62"
SHORTEST, LONGEST = 10, 15  # digits of a number with its country (E.164 has at most 15)


@dataclass(frozen=True)
class Way:
    channel: Channel
    address: str


def ways(person: Person, preferences: Preferences) -> list[Way]:
    """The channels that lead to a person, the one to try first in front."""
    known = {way.channel: way for way in _known(person, preferences)}
    return [known[channel] for channel in map(Channel, preferences.order) if channel in known]


def _known(person: Person, preferences: Preferences) -> list[Way]:
    found = [Way(Channel.EMAIL, person.email)] if person.email else []
    if settings.WHATSAPP_GATEWAY and (number := number_of(person.phone)):
        found.append(Way(Channel.WHATSAPP, number))
    if settings.TELEGRAM_GATEWAY and preferences.telegram:
        found.append(Way(Channel.TELEGRAM, preferences.telegram))
    return found


def number_of(phone: str) -> str:
    """`0812-3456 789` as gateways want it, `628123456789`; empty if it cannot be a number."""
    digits = "".join(sign for sign in phone if sign in "0123456789")
    if digits.startswith("0"):
        digits = COUNTRY + digits.lstrip("0")
    return digits if SHORTEST <= len(digits) <= LONGEST else ""


def wa_me(phone: str, text: str) -> str:
    """A link that opens WhatsApp with the message written, to this number or, without one, to whom one chooses there."""
    return f"https://wa.me/{number_of(phone)}?text={quote(text)}"
