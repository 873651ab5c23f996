"""Where a person is reached outside the app, by which channel first."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings

from worker.models import GATED, Channel, Gateway, Preferences
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
    gated = gateway_kinds(person.pk)
    by_gateway = [Way(channel, address_at(person, preferences, channel)) for channel in GATED if channel in gated]
    return [way for way in [Way(Channel.EMAIL, person.email), *by_gateway] if way.address]


def address_at(person: Person, preferences: Preferences, channel: Channel) -> str:
    """A person's number or chat for a gateway; empty where none is known."""
    return international(person.phone) if channel == Channel.WHATSAPP else preferences.telegram


def gateway_kinds(person: int) -> dict[str, str]:
    """The channels for which there is a gateway, with its kind: the district's own, else the server's."""
    ours = {Channel.WHATSAPP.value: settings.WHATSAPP_GATEWAY, Channel.TELEGRAM.value: settings.TELEGRAM_GATEWAY}
    servers = {channel: address.partition("://")[0] for channel, address in ours.items() if address}
    return servers | {channel: gateway.kind for channel, gateway in Gateway.nearest(person).items()}


def wa_me(phone: str, text: str) -> str:
    """A link that opens WhatsApp with the message written, to this number or, without one, to whom one chooses there."""
    return f"https://wa.me/{international(phone)}?text={quote(text)}"
