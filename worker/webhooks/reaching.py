"""HTTP to strangers' addresses, so that nobody reaches our own network through it.

The name is looked up once, every address it has must be public, and the connection goes to one of those very addresses.
"""

import ssl
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from socket import SOCK_STREAM, gaierror, getaddrinfo
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import HTTPError

from worker.errors import Unreachable, UnsafeAddress

CONNECT, READ = 3.0, 5.0  # seconds
EXCERPT = 500
"""Bytes of an answer that are read at all."""
TRANSLATED = [ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")]
"""IPv6 networks that stand for addresses of IPv4, private ones among them."""


@dataclass(frozen=True)
class Answer:
    status: int
    excerpt: str


def parsed(url: str) -> SplitResult:
    """Raises `UnsafeAddress` for what may not be posted to, before its name is looked up."""
    try:
        parts = urlsplit(url)
        known = parts.hostname and parts.port != 0
    except ValueError:
        raise UnsafeAddress("Alamat ini tidak dapat dibaca.") from None
    schemes = {"https", "http"} if settings.WEBHOOKS_ANYWHERE else {"https"}
    if parts.scheme not in schemes:
        raise UnsafeAddress("Alamat harus diawali https://.")
    if not known or parts.username is not None or parts.password is not None:
        raise UnsafeAddress("Alamat harus menyebut nama host, tanpa nama pengguna dan kata sandi.")
    return parts


def address_of(parts: SplitResult) -> tuple[str, int]:
    """One address that the name has now. Raises `UnsafeAddress` if any of them is not public, `Unreachable` if there is none."""
    assert parts.hostname
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = [str(entry[4][0]) for entry in getaddrinfo(parts.hostname, port, type=SOCK_STREAM)]
    except (gaierror, UnicodeError):
        raise Unreachable(f"Nama {parts.hostname} tidak ditemukan.") from None
    if not settings.WEBHOOKS_ANYWHERE and not all(is_public(ip_address(address)) for address in found):
        raise UnsafeAddress(f"{parts.hostname} mengarah ke jaringan dalam; alamat webhook harus umum.")
    return found[0], port


def is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    if any(address in network for network in TRANSLATED if network.version == address.version):
        return False
    return address.is_global and not address.is_multicast


def post(url: str, body: bytes, headers: dict[str, str]) -> Answer:
    """Raises `UnsafeAddress` or `Unreachable`. No redirect is followed, no proxy asked, nothing tried twice."""
    parts = parsed(url)
    host, port = address_of(parts)
    path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    with pool(parts, host, port) as connection:
        try:
            answer = connection.urlopen(
                "POST", path, body=body, headers=headers | {"Host": parts.netloc}, redirect=False, retries=False,
                preload_content=False, timeout=Timeout(connect=CONNECT, read=READ),
            )  # fmt: skip
            said = answer.read(EXCERPT, decode_content=False)
        except (HTTPError, OSError, ValueError) as error:
            raise Unreachable(f"{parts.hostname} tidak dapat dihubungi ({type(error).__name__}).") from None
        answer.close()
    return Answer(answer.status, said.decode(errors="replace").replace("\0", ""))


def pool(parts: SplitResult, host: str, port: int) -> HTTPConnectionPool:
    if parts.scheme == "http":
        return HTTPConnectionPool(host, port)
    name, context = parts.hostname, ssl.create_default_context()
    return HTTPSConnectionPool(host, port, ssl_context=context, server_hostname=name, assert_hostname=name)
