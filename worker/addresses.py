"""Where a person is reached outside the app, by which channel first."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings

from worker.models import Channel, Preferences
from workflows.organisation.models import Person
from workflows.organisation.phones import international


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
    if settings.WHATSAPP_GATEWAY and (number := international(person.phone)):
        found.append(Way(Channel.WHATSAPP, number))
    if settings.TELEGRAM_GATEWAY and preferences.telegram:
        found.append(Way(Channel.TELEGRAM, preferences.telegram))
    return found


def wa_me(phone: str, text: str) -> str:
    """A link that opens WhatsApp with the message written, to this number or, without one, to whom one chooses there."""
    return f"https://wa.me/{international(phone)}?text={quote(text)}"
