import pytest

from tests.backend.pages.decrees import set_up
from tests.world import World, build_world
from workflows.organisation.models import Office, Person


@pytest.fixture
def world(db: None) -> World:
    """The small regency of `tests/world.py`, where decrees of its regent can be made."""
    made = build_world()
    set_up(made)
    return made


@pytest.fixture
def lina(world: World) -> Person:
    """The regency's administrator."""
    return world.appoint("lina", Office.objects.create(role="administrator", region=world.regency)).person
