"""Frames between the three processes: two lengths, a JSON head, raw bytes."""

import json
import struct
from typing import IO, Any

Head = dict[str, Any]
LENGTHS = struct.Struct("!II")


def pack(head: Head, body: bytes = b"") -> bytes:
    """One frame as bytes."""
    text = json.dumps(head, ensure_ascii=False).encode()
    return LENGTHS.pack(len(text), len(body)) + text + body


def send(stream: IO[bytes], head: Head, body: bytes = b"") -> None:
    """Write one frame."""
    stream.write(pack(head, body))
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[Head, bytes]:
    """Read one frame; EOFError when the other side has gone."""
    size, more = LENGTHS.unpack(_exactly(stream, LENGTHS.size))
    return json.loads(_exactly(stream, size)), _exactly(stream, more)


def unpack(frame: bytes) -> tuple[Head, bytes]:
    """Split one complete frame; EOFError when it is cut short."""
    if len(frame) < LENGTHS.size:
        raise EOFError
    size, more = LENGTHS.unpack_from(frame)
    if len(frame) != LENGTHS.size + size + more:
        raise EOFError
    return json.loads(frame[LENGTHS.size : LENGTHS.size + size]), frame[LENGTHS.size + size :]


def _exactly(stream: IO[bytes], count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data
