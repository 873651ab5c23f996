"""The words for rakors: what is mistyped is told with what was meant; the story of Lebak holds."""

from pathlib import Path

import pytest

import backend.scenarios
from backend.scenarios.errors import BadScenario
from backend.scenarios.playing import play
from backend.scenarios.story import load, parse
from tests.processes import running_worker
from workflows.meetings.models import Motion, Rakor

LEBAK = Path(backend.scenarios.__file__).parent / "stories" / "lebak.yaml"


def test_mistakes_about_rakors_are_told() -> None:
    wrong = (
        LEBAK.read_text(encoding="utf-8")
        .replace("kind: follow_up", "kind: followup", 1)
        .replace("gather: rakor-2018", "gather: rakor-2017")
        .replace("{flag: tertinggal, by: operator", "{flag: tinggal, by: operator", 1)
        .replace("{role: camat,", "{role: raja,")
    )
    with pytest.raises(BadScenario) as found:
        parse(wrong, "lebak.yaml")
    told = [mistake.words for mistake in found.value.mistakes]
    assert len(told) == 4
    assert all(any(word in words for words in told) for word in ("follow_up", "rakor-2018", "tertinggal", "camat"))


@pytest.mark.nightly
@pytest.mark.django_db(transaction=True)
def test_the_rakor_of_lebak_goes_as_told() -> None:
    """Its record, signed in ink, carried out all that was decided; nothing of 2018 says Keluarga Berkualitas."""
    with running_worker():
        [played] = play([load("lebak")])
    assert played.failures == []
    rakor = Rakor.objects.get()
    assert (rakor.state, rakor.file.region.name) == ("closed", "Lebak")
    assert not Motion.objects.filter(text__contains="Berkualitas").exists()
