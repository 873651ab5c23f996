"""A copy of the database beside it: two states of the same data, asked in turn by the same process."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection, connections
from psycopg import sql

from .measure import Work


@contextmanager
def copy_of_the_database() -> Iterator[Callable[[Work], Any]]:
    """The database as it is now, kept until the end; yields what does a work there instead of here."""
    here = connection.settings_dict["NAME"]
    there = f"{here}_beside"
    connection.close()  # a database with sessions cannot be copied
    as_owner("CREATE DATABASE {} TEMPLATE {}", there, here)
    beside = connection.copy()
    beside.settings_dict["NAME"] = there
    try:
        yield lambda work: with_connection(beside, work)
    finally:
        beside.close()
        as_owner("DROP DATABASE {}", there)


def with_connection(other: Any, work: Work) -> Any:
    ours = connections["default"]
    connections["default"] = other
    try:
        return work()
    finally:
        connections["default"] = ours


def as_owner(statement: str, *databases: str) -> None:
    """The owner's role may create databases, the application's may not."""
    url = os.environ.get("DATABASE_OWNER_URL") or os.environ["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(sql.SQL(statement).format(*map(sql.Identifier, databases)))
