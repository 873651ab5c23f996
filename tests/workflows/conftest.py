import pytest
from hypothesis import HealthCheck, settings

from tests.world import World, build_world

settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")


@pytest.fixture
def world(db: None) -> World:
    """The small regency of `tests/world.py`."""
    return build_world()
