import pytest

from tests.coaching_world import CoachingWorld, build_coaching_world


@pytest.fixture
def world(db: None) -> CoachingWorld:
    return build_coaching_world()
