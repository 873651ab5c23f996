"""The words of coaching: a small story goes as told, and what is wrong with one is said before it is played."""

from pathlib import Path

import pytest

from backend.scenarios.errors import BadScenario
from backend.scenarios.playing import play
from backend.scenarios.story import load, parse
from tests.processes import running_worker

COACHED = Path(__file__).with_name("coached.yaml")


@pytest.mark.nightly
@pytest.mark.django_db(transaction=True)
def test_a_kecamatan_is_coached() -> None:
    with running_worker():
        [played] = play([load(str(COACHED))])
    assert played.failures == []
    assert played.passed == 5


@pytest.mark.parametrize(("old", "new", "told"), [
    ("of: partner dinkes, due", "of: partner dinkess, due", "did you mean “partner dinkes”"),
    ("visitors: [agency, partner dinkes]", "visitors: [agency, mitra]", "there is no office “mitra”"),
    ("kind: bimtek", "kind: pesta", "kind: “pesta” is not known"),
    ("visit: setahun", "visit: setaun", "nothing was drafted under “setaun” before; did you mean “setahun”?"),
    ("adopted_by: kadis", "adopted_by: kadiss", "there is nobody called “kadiss”"),
    ("series: bimtek, stage: 1", "series: bimtekk, stage: 1", "nothing was drafted under “bimtekk” before"),
])  # fmt: skip
def test_what_is_wrong_is_told(old: str, new: str, told: str) -> None:
    text = COACHED.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(BadScenario, match=told.replace("?", r"\?")):
        parse(text.replace(old, new, 1), "coached.yaml")
