import pytest

from tests.world import World, build_world


@pytest.fixture
def world(db: None) -> World:
    """The small regency of `tests/world.py`."""
    return build_world()
