"""The signal between a phone and the server: a wire that can be cut for everything in the browser at once, its worker included."""

import socket
import threading
from contextlib import suppress

from tests.processes import wait_until


class Radio:
    """Passes on what comes to `url`, while it is on. `off(after=…)`: goes silent in the middle, after so many bytes sent."""

    def __init__(self, target: str):
        host, _colon, port = target.removeprefix("http://").partition(":")
        self.target, self.on, self.left = (host, int(port)), True, -1
        self.open: set[socket.socket] = set()
        self.ear = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.ear.getsockname()[1]}"
        threading.Thread(target=self.listen, daemon=True).start()

    def off(self, after: int = -1) -> None:
        self.left = after
        if after < 0:
            self.on = False
            for end in list(self.open):
                self.hang_up(end)

    def wait_until_off(self) -> None:
        wait_until(lambda: not self.on, "the signal is gone")

    def back(self) -> None:
        self.on, self.left = True, -1

    def close(self) -> None:
        self.off()
        self.ear.close()

    def listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _address = self.ear.accept()
                if not self.on:
                    near.close()
                    continue
                far = socket.create_connection(self.target)
                self.open |= {near, far}
                threading.Thread(target=self.carry, args=(near, far, True), daemon=True).start()
                threading.Thread(target=self.carry, args=(far, near, False), daemon=True).start()

    def carry(self, source: socket.socket, sink: socket.socket, up: bool) -> None:
        with suppress(OSError):
            while self.on and (block := source.recv(8192)):
                if up and 0 <= self.left < len(block):
                    self.off()
                    break
                self.left -= len(block) if up and self.left > 0 else 0
                sink.sendall(block)
        for end in (source, sink):
            self.hang_up(end)

    def hang_up(self, end: socket.socket) -> None:
        self.open.discard(end)
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
