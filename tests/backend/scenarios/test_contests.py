"""Stories hold contests: judged, objected to and won; and those of long ago are remembered."""

from pathlib import Path

import pytest

from backend.scenarios.errors import BadScenario
from backend.scenarios.playing import play
from backend.scenarios.story import load, parse
from tests.processes import running_worker
from workflows.contests.models import Entry

LOMBA = Path(__file__).with_name("lomba.yaml")


def test_what_a_story_says_of_contests_is_checked_before_it_is_played() -> None:
    text = LOMBA.read_text()
    wrong = (
        text.replace("level: regency", "level: kabupaten", 1)
        .replace("person: sekda", "person: sekdaa")
        .replace("score: dua", "score: tiga", 1)
    )
    with pytest.raises(BadScenario) as found:
        parse(wrong, "lomba.yaml")
    told = [mistake.words for mistake in found.value.mistakes]
    assert len(told) == 3
    assert all(any(word in words for words in told) for word in ("kabupaten", "sekdaa", "tiga"))


@pytest.mark.nightly
@pytest.mark.django_db(transaction=True)
def test_a_contest_goes_as_told_and_maja_was_third_in_banten() -> None:
    """Of 2018; Maja Baru, in the same kecamatan, was not."""
    with running_worker():
        plays = play([load("lebak"), load(str(LOMBA))])
    assert [failure for played in plays for failure in played.failures] == []
    [third] = Entry.objects.filter(competition__year=2018, competition__level="province")
    assert (third.rank, third.kampung.region.name) == (3, "Maja")
