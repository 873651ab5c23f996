"""HTTP to the client service: one address, one login, TLS always verified, and never a second try of its own."""

import base64
import http.client
import json
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from documents.signing.errors import BadAnswer, OutcomeUnknown, ServiceDown

CONNECT = 15.0  # seconds until the service must have taken the call
ANSWER = 60.0  # and until it must have signed and answered
LOOK = 20.0  # and until it must have answered what may be asked again
LARGEST = 64 * 1024 * 1024  # bytes of an answer: a 20 MB paper in base64, and room
HERE = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True)
class Reply:
    """What came back; the body may be a PDF or hold personal data."""

    status: int
    headers: Mapping[str, str]  # names in small letters
    body: bytes = field(repr=False)

    @property
    def said(self) -> dict[str, Any]:
        """The body as a JSON object; empty where it is none."""
        try:
            said = json.loads(self.body)
        except ValueError:
            return {}
        return said if isinstance(said, dict) else {}


class Service:
    """`url` is https; plain http goes nowhere but to this machine, as passphrases travel."""

    def __init__(
        self, url: str, user: str, password: str, ca_file: str = "", connect: float = CONNECT, answer: float = ANSWER
    ):
        self.address = urlsplit(url)
        if self.address.scheme != "https" and self.address.hostname not in HERE:
            raise ImproperlyConfigured("SIKLUS_BSRE_URL is no https:// address: passphrases travel to it.")
        self.login = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
        self.ca_file, self.connect, self.answer = ca_file, connect, answer

    @cached_property
    def tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.ca_file or None)

    def get(self, path: str) -> Reply:
        return self._ask("GET", path, b"", {}, LOOK)

    def post(self, path: str, body: bytes, content_type: str, patience: float | None = None) -> Reply:
        return self._ask("POST", path, body, {"Content-Type": content_type}, patience or self.answer)

    def _ask(self, method: str, path: str, body: bytes, about: dict[str, str], patience: float) -> Reply:
        """Raises ServiceDown while nothing was sent, then OutcomeUnknown. What the library says is dropped with its frames."""
        call = self._call()
        end = time.monotonic() + patience
        call.sock.settimeout(patience)
        try:
            call.request(method, self.address.path + path, body or None, {"Authorization": self.login, **about})
            return self._reply(call.getresponse(), end)
        except (OSError, http.client.HTTPException):
            raise OutcomeUnknown from None
        finally:
            call.close()

    def _call(self) -> http.client.HTTPConnection:
        host, port = self.address.hostname or "", self.address.port
        call: http.client.HTTPConnection
        if self.address.scheme == "https":
            call = http.client.HTTPSConnection(host, port, timeout=self.connect, context=self.tls)
        else:
            call = http.client.HTTPConnection(host, port, timeout=self.connect)
        try:
            call.connect()
        except ssl.SSLCertVerificationError:
            raise ServiceDown(
                _("Sertifikat TLS layanan tanda tangan tidak dapat dipercaya; tidak ada yang dikirim.")
            ) from None
        except OSError:
            raise ServiceDown from None
        return call

    def _reply(self, response: http.client.HTTPResponse, end: float) -> Reply:
        headers = {name.lower(): value for name, value in response.getheaders()}
        body = bytearray()
        try:
            while part := response.read1(1 << 16):
                body += part
                if time.monotonic() > end:
                    raise TimeoutError
                if len(body) > LARGEST:
                    raise BadAnswer(provider_id=headers.get("id_dokumen", ""))
            if response.length:
                raise http.client.IncompleteRead(b"")
        except (OSError, http.client.HTTPException):
            raise OutcomeUnknown(provider_id=headers.get("id_dokumen", "")) from None
        return Reply(response.status, headers, bytes(body))
