import pytest

from tests.ground import Ground, ground_of
from tests.world import World, build_world

ground = ground_of(build_world)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    """The small regency of `tests/world.py`."""
    return ground()
