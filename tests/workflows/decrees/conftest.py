import pytest

from tests.decree_world import DecreeWorld, build_decree_world
from tests.ground import Ground, ground_of

ground = ground_of(build_decree_world)


@pytest.fixture
def world(db: None, ground: Ground) -> DecreeWorld:
    """The small regency, ready for decrees."""
    return ground()
