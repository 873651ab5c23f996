import pytest

from tests.coaching_world import CoachingWorld, build_coaching_world
from tests.ground import Ground, ground_of

ground = ground_of(build_coaching_world)


@pytest.fixture
def world(db: None, ground: Ground) -> CoachingWorld:
    return ground()
