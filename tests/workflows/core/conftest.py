import pytest

from tests.decree_world import DecreeWorld, build_decree_world


@pytest.fixture
def world(db: None) -> DecreeWorld:
    """The small regency, ready for decrees: the richest acts go through the door there."""
    return build_decree_world()
