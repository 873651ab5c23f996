from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from tests.ground import Ground, ground_of
from tests.people import person
from tests.workflows.reports.conftest import decreed, drafted, sent, units  # noqa: F401  fixtures
from tests.world import World, build_world

ground = ground_of(build_world)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    return ground()


@pytest.fixture
def designated(units, decreed) -> date:  # noqa: F811
    """The first two villages are Kampung KB since then; it is 4 March 2024."""
    since = date(2023, 12, 1)
    for unit in (units.satu, units.dua):
        decreed(unit, "designate", since)
    return since


@pytest.fixture
def enter(world: World) -> Callable[..., Client]:
    """Somebody's browser; who holds several offices acts for the one of a role."""

    def entered(login: str, role: str = "") -> Client:
        client = Client()
        client.force_login(person(login))
        if role:
            client.post("/penugasan/", {"mandate": world.by(login, role).pk, "next": "/"})
        return client

    return entered
