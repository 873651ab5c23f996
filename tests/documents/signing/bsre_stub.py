"""A client service of BSrE on loopback, in both generations, that signs with a certificate of its own.

The passphrase says how it behaves. With `with Bsre(folder) as bsre:` it runs at `bsre.url`; `bsre.trust` knows its root.
"""

import base64
import json
import time
from collections.abc import Callable
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any, Self
from uuid import uuid4

from documents.signing import pades
from documents.signing.pki import Authority
from documents.signing.trust import Trust

USER, PASSWORD = "siklus", "sandi-aplikasi"
OK, WRONG, EXPIRED, SLOW = "frasa-contoh", "frasa-salah", "frasa-kedaluwarsa", "frasa-lambat"
BUSY, BROKEN, OTHER_BYTES, UNSIGNED, STRANGER = (
    "frasa-sibuk",
    "frasa-rusak",
    "frasa-berkas-lain",
    "frasa-kosong",
    "frasa-orang-lain",
)
LOST, LOST_IN_THE_MIDDLE = "frasa-putus", "frasa-putus-di-tengah"
AS_NUMBER, AS_JSON, TWO_FILES = "frasa-nomor", "frasa-json", "frasa-dua-berkas"

NOBODY = "0000000000009999"  # a NIK that the service does not know; like all of ours it belongs to no province
STATES = {EXPIRED: ("1112", "EXPIRED"), NOBODY: ("2011", "NOT_REGISTERED")}


class Bsre:
    """`calls` names every request in order; `names` are the certificates' names by NIK; `port` 0 is any that is free."""

    def __init__(self, folder: Path, names: dict[str, str], port: int = 0):
        self.port = port
        self.authority = Authority(folder / "bsre")
        self.names = names
        self.calls: list[str] = []
        self.signed: dict[str, bytes] = {}  # by number, as /api/sign/download gives them
        self.state = ("1111", "ISSUE")
        self.closing = Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    @property
    def trust(self) -> Trust:
        return Trust().with_pem(self.authority.root_pem)

    @cached_property
    def stamper(self) -> pades.Stamper:
        return pades.Stamper(self.authority)

    def sign(self, pdf: bytes, nik: str) -> tuple[str, bytes]:
        """The number of the document and the signed bytes."""
        number, pair = str(uuid4()), self.authority.certify(self.names[nik], "")
        self.signed[number] = pades.sign(pdf, pair, self.authority, self.stamper, last=True)
        return number, self.signed[number]

    def __enter__(self) -> Self:
        handler = type("Handler", (Handler,), {"bsre": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self.server.daemon_threads = True
        Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *problem: object) -> None:
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()


def another(pdf: bytes) -> bytes:
    """A paper like this one, of other bytes: a sign of the comment in its second line differs."""
    return pdf[:11] + bytes([pdf[11] ^ 1]) + pdf[12:]


class Handler(BaseHTTPRequestHandler):
    """One request; which way it goes wrong is told by the passphrase."""

    bsre: Bsre

    def do_GET(self) -> None:
        if not self._admitted():
            return
        number = self.path.rpartition("/")[2]
        if self.path.startswith("/api/user/status/"):
            self._json(200, {"status_code": int(self._state(number)[0]), "message": "…"})
        elif number in self.bsre.signed:
            self._pdf(self.bsre.signed[number], number)
        else:
            self._json(404, {"error": "Dokumen tidak ditemukan"})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._admitted():
            return
        if self.path == "/api/sign/pdf":
            fields = self._form(body)
            self._sign(fields["file"], fields["nik"].decode(), fields["passphrase"].decode(), self._first)
        else:
            asked = json.loads(body)
            if self.path == "/api/v2/user/check/status":
                self._json(200, {"status_code": 200, "status": self._state(asked["nik"])[1]})
            elif self.path == "/api/v2/sign/pdf":
                pdf = base64.b64decode(asked["file"][0])
                self._sign(pdf, asked["nik"], asked["passphrase"], self._second)

    def _sign(self, pdf: bytes, nik: str, secret: str, answer: Callable[[bytes, str, str], None]) -> None:
        refusals: dict[str, tuple[int, Any]] = {
            WRONG: (400, {"error": f"Passphrase salah: {secret} {nik}", "status_code": 2031}),
            EXPIRED: (400, {"error": "Sertifikat", "status_code": 2099}),
            BUSY: (503, {"error": "Sibuk"}),
            BROKEN: (500, None),
        }
        if nik == NOBODY:
            self._json(400, {"error": f"User {nik} tidak terdaftar", "status_code": 2011})
        elif secret in refusals:
            self.bsre.state = STATES.get(secret, self.bsre.state)
            self._json(*refusals[secret])
        elif secret == OTHER_BYTES:
            answer(self.bsre.sign(another(pdf), nik)[1], "1", secret)
        elif secret == UNSIGNED:
            answer(pdf + b"\n%%EOF\n", "1", secret)
        elif secret == STRANGER:
            answer(self.bsre.sign(pdf, max(self.bsre.names))[1], "1", secret)
        else:
            number, signed = self.bsre.sign(pdf, nik)
            if secret == SLOW:
                self.bsre.closing.wait(10)
            answer(signed, number, secret)

    def _first(self, signed: bytes, number: str, secret: str) -> None:
        if secret == LOST:
            self.close_connection = True
        elif secret == AS_NUMBER:
            self._json(200, {"id_dokumen": number})
        elif secret == AS_JSON:
            self._json(200, {"id_dokumen": number, "base64_signed_file": base64.b64encode(signed).decode()})
        else:
            self._pdf(signed, number, cut=secret == LOST_IN_THE_MIDDLE)

    def _second(self, signed: bytes, number: str, secret: str) -> None:
        files = [base64.b64encode(signed).decode()] * (2 if secret == TWO_FILES else 1)
        if secret in {LOST, LOST_IN_THE_MIDDLE}:
            self.close_connection = True
        else:
            self._json(200, {"time": 1234, "file": files})

    def _admitted(self) -> bool:
        """Whether the application's own login is right; counts the call."""
        self.bsre.calls.append(f"{self.command} {self.path}")
        admitted = self.headers["Authorization"] == "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if not admitted:
            self._json(401, {"error": "Unauthorized"})
        return admitted

    def _state(self, nik: str) -> tuple[str, str]:
        return STATES.get(nik, self.bsre.state)

    def _form(self, body: bytes) -> dict[str, bytes]:
        boundary = b"--" + self.headers["Content-Type"].partition("boundary=")[2].encode()
        parts = [part.removeprefix(b"\r\n").partition(b"\r\n\r\n") for part in body.split(boundary)[1:-1]]
        return {head.partition(b'name="')[2].partition(b'"')[0].decode(): value[:-2] for head, _, value in parts}

    def _json(self, status: int, said: Any) -> None:
        self._send(status, json.dumps(said).encode() if said is not None else b"<html>Internal Server Error</html>", {})

    def _pdf(self, pdf: bytes, number: str, cut: bool = False) -> None:
        headers = {"id_dokumen": number, "signing_time": str(time.time()), "Content-Type": "application/pdf"}
        self._send(200, pdf, headers, sent=len(pdf) // 2 if cut else len(pdf))

    def _send(self, status: int, body: bytes, headers: dict[str, str], sent: int | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[:sent])

    def log_message(self, format: str, *args: Any) -> None:
        """Not to the tests' output."""
