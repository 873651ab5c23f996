from collections.abc import Callable

import pytest
from django.core.cache import cache
from rest_framework.test import APIClient

from tests.people import person
from tests.world import World, build_world


@pytest.fixture(autouse=True)
def _nobody_has_asked_before() -> None:
    cache.clear()


@pytest.fixture
def world(db: None) -> World:
    """The small regency of `tests/world.py`."""
    return build_world()


@pytest.fixture
def client_of(db: None) -> Callable[[str], APIClient]:
    """A client that is logged in as one of the cast."""

    def client(login: str) -> APIClient:
        made = APIClient()
        made.force_login(person(login))
        return made

    return client
