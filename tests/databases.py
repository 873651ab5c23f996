"""How tests get a database: transactions that are rolled back, or, where commits must be real, a clone.

Django cleans up after a test with real commits by TRUNCATE. Neither the application's role nor the journal's trigger
allows that, so such a test (`transactional_db`, `live_server`, `django_db(transaction=True)`, TransactionTestCase)
works on a clone of the migrated database, which is dropped afterwards. It may start threads and processes: whoever
connects during the test, connects to the clone (a child process needs its name: `database_url()`).
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
import psycopg
import pytest
from django.db import connection
from django.test import TransactionTestCase
from psycopg import sql

OWNER_URL = os.environ.get("DATABASE_OWNER_URL")


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
def real_commits_on_clones() -> Iterator[None]:
    """Give every TransactionTestCase a clone of the database instead of flushing it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_setup", classmethod(_move_to_a_clone))
        patch.setattr(TransactionTestCase, "_fixture_teardown", _return_from_the_clone)
        yield


def database_url() -> str:
    """The URL of the database that the running test uses: what a child process needs as DATABASE_URL."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path="/" + connection.settings_dict["NAME"]).geturl()


def _move_to_a_clone(case: type[TransactionTestCase]) -> None:
    original = connection.settings_dict["NAME"]
    _as_server_owner("DROP DATABASE IF EXISTS {clone} WITH (FORCE)", original)
    _as_server_owner("CREATE DATABASE {clone} TEMPLATE {original} STRATEGY file_copy", original)
    connection.settings_dict["NAME"] = _clone_of(original)


def _return_from_the_clone(case: Any) -> None:
    original = connection.settings_dict["NAME"].removesuffix(CLONE)
    connection.close()
    connection.settings_dict["NAME"] = original
    _as_server_owner("DROP DATABASE IF EXISTS {clone} WITH (FORCE)", original)


CLONE = "_clone"


def _clone_of(name: str) -> str:
    return name + CLONE


def _as_server_owner(statement: str, original: str) -> None:
    """Run it from another database of the server: a template must have no connections."""
    connection.close()
    with psycopg.connect(OWNER_URL or os.environ["DATABASE_URL"], autocommit=True) as owner:
        names = {"original": sql.Identifier(original), "clone": sql.Identifier(_clone_of(original))}
        owner.execute(sql.SQL(statement).format(**names))
