import pytest

from tests.letter_world import LetterWorld, build_letter_world


@pytest.fixture
def world(db: None) -> LetterWorld:
    """The small regency, ready for letters."""
    return build_letter_world()
