"""Addresses of gateways as administrators enter them: which kinds there are, and that none leads into our own network."""

from urllib.parse import SplitResult, urlsplit

from apprise import Apprise
from django.conf import settings
from django.utils.translation import gettext as _

from worker.errors import UnsafeAddress
from worker.models import Channel
from worker.webhooks.reaching import address_of

OFFICIAL = "whatsapp"
OWN = {"jsons": "https", "json": "http"}
"""Gateways of one's own that take JSON, and how they are reached."""
KINDS = {Channel.WHATSAPP: {OFFICIAL, *OWN}, Channel.TELEGRAM: {"tgram"}}


def checked(channel: Channel, address: str) -> None:
    """Raises `UnsafeAddress` for what is no gateway of the channel or leads inside, `Unreachable` for an unknown name."""
    parts = split(address)
    if parts.scheme not in KINDS[channel]:
        kinds = ", ".join(f"{kind}://" for kind in sorted(KINDS[channel] - {"json"}))
        raise UnsafeAddress(_("Alamat gerbang %(channel)s diawali %(kinds)s") % {"channel": channel.label, "kinds": kinds})
    if "{to}" not in address:
        raise UnsafeAddress(_("Tulis {to} di tempat nomor penerima."))
    if Apprise.instantiate(filled(address, "6281200000000", "uji"), suppress_exceptions=True) is None:
        raise UnsafeAddress(_("Alamat ini tidak lengkap; bandingkan dengan contohnya."))
    outside(parts)


def outside(parts: SplitResult) -> None:
    """Raises `UnsafeAddress` for a gateway of one's own in our own network, or without TLS."""
    if parts.scheme not in OWN:
        return
    if parts.scheme == "json" and not settings.WEBHOOKS_ANYWHERE:
        raise UnsafeAddress(_("Alamat harus diawali jsons://, agar sandinya tidak terbaca di jalan."))
    address_of(parts._replace(scheme=OWN[parts.scheme]))


def split(address: str) -> SplitResult:
    """Raises `UnsafeAddress`."""
    try:
        parts = urlsplit(address)
        known = parts.hostname and parts.port != 0
    except ValueError:
        known = None
    if not known:
        raise UnsafeAddress(_("Alamat ini tidak dapat dibaca."))
    return parts


def filled(address: str, to: str, message_id: str) -> str:
    return address.replace("{to}", to).replace("{id}", message_id)


def called(address: str) -> str:
    """What may be shown of an address: neither password nor token."""
    parts = split(address)
    return str(parts.hostname) if parts.scheme in OWN else {OFFICIAL: "WhatsApp Cloud API", "tgram": "bot Telegram"}[parts.scheme]
