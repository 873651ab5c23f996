import pytest

from tests.decree_world import DecreeWorld, build_decree_world


@pytest.fixture
def world(db: None) -> DecreeWorld:
    return build_decree_world()
