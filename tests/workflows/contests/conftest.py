import pytest

from tests.contest_world import ContestWorld, build_contest_world


@pytest.fixture
def world(db: None) -> ContestWorld:
    """The small regency with everything that a contest needs (`tests/contest_world.py`)."""
    return build_contest_world()
