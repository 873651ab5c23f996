"""An SMTP server's manners: what it takes, what it refuses, and how long it takes its time."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller

OK = "250 OK"


class PostOffice:
    """`replies`: what to answer to the next recipients; then all are welcome but the `unknown` addresses.

    `pause`: seconds before a mail is taken.
    """

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.replies: list[str] = []
        self.unknown: set[str] = set()
        self.pause = 0.0
        self.begun = 0
        self.port = 0

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        reply = "550 5.1.1 No such user" if address in self.unknown else self.replies.pop(0) if self.replies else OK
        if reply == OK:
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.begun += 1
        await asyncio.sleep(self.pause)
        self.mails.append(message_from_bytes(envelope.content))
        return OK

    @property
    def message_ids(self) -> list[str]:
        return [mail["Message-ID"] for mail in self.mails]


@contextmanager
def opened(post_office: PostOffice) -> Iterator[PostOffice]:
    """It takes mail at its `port` as long as this lasts."""
    post_office.port = free_port()
    controller = Controller(post_office, hostname="127.0.0.1", port=post_office.port)
    controller.start()
    try:
        yield post_office
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
