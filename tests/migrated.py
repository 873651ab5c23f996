"""The database with all tables that tests clone: migrated once, and restored from a dump as long as no migration changes.

All processes of a run share the dump, and so do later runs: it lies in pytest's cache (`--cache-clear` forgets it).
"""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from tests.databases import as_server_owner, connected_as_owner, drop, moved_to, postgres, url_of

OLDEST_WITH_OUR_TOOLS = 17_00_00
"""An older server stumbles over what the tools beside ours write."""


@contextmanager
def a_migrated_database(cache: Path) -> Iterator[None]:
    """Django's connection leads to it; it is dropped in the end."""
    name = connection.creation._get_test_db_name()
    drop(name)
    as_server_owner("CREATE DATABASE {name}", name=name)
    with moved_to(name):
        with (cache / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            fill(name, cache)
        yield
    drop(name)


def fill(name: str, cache: Path) -> None:
    dump = cache / f"{digest()}.dump"
    if dump.exists():
        postgres("pg_restore", "--jobs", "2", "--dbname", url_of(name), dump)
    elif migrated():
        keep(name, dump)


def migrated() -> bool:
    """Makes all tables; tells whether our tools can restore them on this server."""
    with connected_as_owner() as app_role:
        call_command("migrate", verbosity=0)
        if app_role:
            call_command("grant_app_role", app_role)
        return int(connection.cursor().connection.info.server_version) >= OLDEST_WITH_OUR_TOOLS


def keep(name: str, dump: Path) -> None:
    """In place of the dumps of other migrations."""
    for other in dump.parent.glob("*.dump"):
        other.unlink()
    unfinished = dump.with_suffix(".unfinished")
    postgres("pg_dump", "--format", "custom", "--file", unfinished, url_of(name))
    unfinished.rename(dump)


def digest() -> str:
    """Of all that decides what the tables, their triggers and their grants are."""
    code = [*settings.BASE_DIR.glob("*/migrations/*.py"), *settings.BASE_DIR.glob("*/*/migrations/*.py")]
    others = [settings.BASE_DIR / "uv.lock", settings.BASE_DIR / "workflows/core/management/commands/grant_app_role.py"]
    read = (path.read_bytes() for path in [*sorted(code), *others])
    return hashlib.sha256(b"\0".join(read)).hexdigest()[:16]
