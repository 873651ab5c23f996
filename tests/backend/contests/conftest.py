import pytest

from tests.contest_world import ContestWorld, build_contest_world
from tests.ground import Ground, ground_of

ground = ground_of(build_contest_world)


@pytest.fixture
def world(db: None, ground: Ground) -> ContestWorld:
    """The small regency with everything that a contest needs."""
    return ground()
