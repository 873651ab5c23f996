import pytest
from hypothesis import HealthCheck, settings

from tests.ground import Ground, ground_of
from tests.world import World, build_world

settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")


ground = ground_of(build_world)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    """The small regency of `tests/world.py`."""
    return ground()
