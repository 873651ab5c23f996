"""WhatsApp and Telegram through a gateway, which a district or the environment names as an Apprise address
(docs/telling.md).

`{to}` in it becomes the number or chat, `{id}` the message's own id, the same at every try.
"""

import logging
import re
from urllib.parse import quote

from apprise import Apprise
from apprise.logger import LogCapture
from django.conf import settings

from worker.addresses import ways
from worker.errors import BadAddress, GatewayFailed
from worker.gateway_addresses import filled, outside, split
from worker.models import Channel, Delivery, Gateway, Preferences

UNKNOWN_THERE = {400, 404, 410, 422}
"""Answers that say of the number, not of the gateway, that it will not do."""
STATUS = re.compile(r"error=(\d{3})")


def gateway(channel: Channel, person: int) -> str:
    """The address of a person's gateway: the district's own, else the server's. Raises a `SealingError`."""
    if own := Gateway.nearest(person).get(channel):
        return address_of(own)
    return {Channel.WHATSAPP: settings.WHATSAPP_GATEWAY, Channel.TELEGRAM: settings.TELEGRAM_GATEWAY}[channel]


def address_of(own: Gateway) -> str:
    """Of a district's gateway, if it still does not lead into our own network. Raises `UnsafeAddress`, `Unreachable`,
    and a `SealingError`.
    """
    outside(split(own.address))
    return own.address


def send(delivery: Delivery) -> str:
    """Hand it to the gateway; the address it went to. Raises `BadAddress` or `GatewayFailed`, and what `gateway` raises."""
    to, channel = address_now(delivery), Channel(delivery.channel)
    hand_over(channel, gateway(channel, delivery.person_id), to, delivery.message_id, delivery.text)
    return to


def hand_over(channel: Channel, address: str, to: str, message_id: str, text: str) -> None:
    """Raises `BadAddress` or `GatewayFailed`. A redirect is not followed: it might lead anywhere."""
    with LogCapture(level=logging.INFO) as said:
        service = Apprise.instantiate(filled(address, quote(to), quote(message_id, safe="")), suppress_exceptions=True)
        if service is None:
            raise GatewayFailed(f"Alamat gerbang {channel.label} tidak dapat dibaca.")
        service.redirects = False
        if service.notify(body=text):
            return
        status = STATUS.search(said.getvalue())
    code = int(status[1]) if status else 0
    if code in UNKNOWN_THERE:
        raise BadAddress(f"{to}: nomor tidak terdaftar ({code}).")
    raise GatewayFailed(f"Gerbang {channel.label} menjawab {code or 'tidak sama sekali'}.")


def address_now(delivery: Delivery) -> str:
    """Raises `BadAddress` if the person has none by now."""
    known = Preferences.of([delivery.person_id])[delivery.person_id]
    for way in ways(delivery.person, known):
        if way.channel == delivery.channel:
            return way.address
    raise BadAddress("Nomor tidak diketahui.")
