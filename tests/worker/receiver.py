"""Another program's HTTP server: it keeps what it gets, and answers what a test wants."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Letter:
    path: str
    headers: dict[str, str]
    body: bytes


class Receiver:
    """`replies`: (status, body, headers) of the next answers; then 200. `pause`: seconds before it answers."""

    def __init__(self) -> None:
        self.got: list[Letter] = []
        self.replies: list[tuple[int, bytes, dict[str, str]]] = []
        self.pause = 0.0
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def refuse(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.replies.append((status, body, headers))


@contextmanager
def listening(receiver: Receiver) -> Iterator[Receiver]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            receiver.got.append(Letter(self.path, dict(self.headers.items()), body))
            time.sleep(receiver.pause)
            status, answer, headers = receiver.replies.pop(0) if receiver.replies else (200, b"", {})
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_args: Any) -> None:
            """Tests read what came, not a log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    receiver.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
