"""The limit: one hand-written statement in one transaction, prepared once, on a plain psycopg connection."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection


class NotGuarded(Exception):
    """The hand-written statement did nothing: what it measures would be worth nothing."""


@contextmanager
def prepared(name: str) -> Iterator[Any]:
    """A function that runs `NAME.sql` with parameters, on the database that Django uses."""
    statement = Path(__file__).with_name(f"{name}.sql").read_text()
    connection.ensure_connection()
    info = connection.connection.info
    with (
        psycopg.connect(info.dsn, password=info.password, options=info.options, autocommit=True) as raw,
        raw.cursor() as cursor,
    ):

        def run(**given: Any) -> None:
            if not cursor.execute(statement, given, prepare=True).fetchone():
                raise NotGuarded(name)

        yield run
