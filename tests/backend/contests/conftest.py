import pytest
from django.core.cache import cache

from tests.contest_world import ContestWorld, build_contest_world


@pytest.fixture
def world(db: None) -> ContestWorld:
    """The small regency with everything that a contest needs; nobody has asked too often yet."""
    cache.clear()
    return build_contest_world()
