"""WhatsApp and Telegram through a gateway that the environment names as an Apprise address (docs/telling.md).

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
from worker.models import Channel, Delivery, Preferences

UNKNOWN_THERE = {400, 404, 410, 422}
"""Answers that say of the number, not of the gateway, that it will not do."""
STATUS = re.compile(r"error=(\d{3})")
OFFICIAL = "whatsapp://"


def gateway(channel: Channel) -> str:
    return {Channel.WHATSAPP: settings.WHATSAPP_GATEWAY, Channel.TELEGRAM: settings.TELEGRAM_GATEWAY}[channel]


def is_official(address: str) -> bool:
    """Whether WhatsApp itself is the gateway; numbers that send through others may be blocked by it."""
    return address.startswith(OFFICIAL)


def send(delivery: Delivery) -> str:
    """Hand it to the gateway; the address it went to. Raises `BadAddress` or `GatewayFailed`."""
    address = address_now(delivery)
    with LogCapture(level=logging.INFO) as said:
        service = Apprise()
        service.add(gateway(Channel(delivery.channel)).format(to=quote(address), id=quote(delivery.message_id, safe="")))
        if service.notify(body=delivery.text):
            return address
        status = STATUS.search(said.getvalue())
    code = int(status[1]) if status else 0
    if code in UNKNOWN_THERE:
        raise BadAddress(f"{address}: nomor tidak terdaftar ({code}).")
    raise GatewayFailed(f"Gerbang {delivery.get_channel_display()} menjawab {code or 'tidak sama sekali'}.")


def address_now(delivery: Delivery) -> str:
    """Raises `BadAddress` if the person has none by now."""
    known = Preferences.of([delivery.person_id])[delivery.person_id]
    for way in ways(delivery.person, known):
        if way.channel == delivery.channel:
            return way.address
    raise BadAddress("Nomor tidak diketahui.")
