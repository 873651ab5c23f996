import pytest

from tests.backend.pages.decrees import set_up
from tests.ground import Ground, ground_of
from tests.world import World, build_world


def build() -> World:
    made = build_world()
    set_up(made)
    return made


ground = ground_of(build)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    """The small regency of `tests/world.py`, where decrees of its regent can be made."""
    return ground()
