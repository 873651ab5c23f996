"""What `check_invariants` collects: each app says which stored rows break a promise. An empty list means none."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection


@dataclass(frozen=True)
class Finding:
    """One row that breaks an invariant (numbered as in the reliability promises, docs/invariants.md)."""

    invariant: str
    what: str


checks: list[Callable[[], Iterator[Finding]]] = []
"""Filled by each app's `invariants.py`."""


def invariant(check: Callable[[], Iterator[Finding]]) -> Callable[[], Iterator[Finding]]:
    checks.append(check)
    return check


def rows(query: str, params: list[Any] | None = None) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        return cursor.fetchall()
