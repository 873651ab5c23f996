import pytest

from tests.ground import Ground, ground_of
from tests.letter_world import LetterWorld, build_letter_world

ground = ground_of(build_letter_world)


@pytest.fixture
def world(db: None, ground: Ground) -> LetterWorld:
    """The small regency, ready for letters."""
    return ground()
