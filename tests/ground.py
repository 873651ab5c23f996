"""A world that is built once for all tests of a file: in a transaction around theirs, each of which is rolled back to it.

`ground = ground_of(build_world)` in a conftest or a file makes the fixture; `world` stands on it: `return ground()`. Where a
test of the file commits, or wants a database without a world, every test gets a world of its own.
"""

import pickle
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

Ground = Callable[[], Any]
"""Gives the world of a test."""
COMMITS = {"transactional_db", "live_server"}


def ground_of(build: Callable[[], Any]) -> Any:
    """The fixture for worlds that `build` makes; what a test gets is its own copy, whatever others did to theirs."""

    @pytest.fixture(scope="module")
    def ground(
        request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
    ) -> Iterator[Ground]:
        if not all(map(stands_on_it, tests_beside(request))):
            yield build
            return
        with django_db_blocker.unblock(), transaction.atomic():
            made = pickle.dumps(build())
            yield lambda: pickle.loads(made)
            transaction.set_rollback(True)

    return ground


def tests_beside(request: pytest.FixtureRequest) -> list[pytest.Function]:
    """Those of the same file that use the database."""
    there = [item for item in request.session.items if isinstance(item, pytest.Function) and item.path == request.path]
    return [item for item in there if "db" in item.fixturenames or item.get_closest_marker("django_db")]


def stands_on_it(item: pytest.Function) -> bool:
    marked = item.get_closest_marker("django_db")
    commits = not COMMITS.isdisjoint(item.fixturenames) or bool(marked and marked.kwargs.get("transaction"))
    return "ground" in item.fixturenames and not commits
