"""What the demo plays of the weeks before it begins is told by days that are counted back from today, whatever day that is."""

from datetime import date
from pathlib import Path

import pytest

from backend.scenarios.errors import BadScenario
from backend.scenarios.playing import Played, lately
from backend.scenarios.stage import Stage
from backend.scenarios.story import Story, parse
from tests.world import story_from

MINI = Path(__file__).with_name("mini.yaml").read_text(encoding="utf-8")
STEP = "    - {report: progress, village: 18.04.04.1001, by: operator, months_ago: 1, figures: {}}\n"


def told(*days: str) -> Story:
    return parse(MINI + "\nlately:\n" + "".join(f"  {day}:\n{STEP}" for day in days), "mini.yaml")


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 11, 22), ["2026-01-01", "2026-09-02", "2026-10-02", "2026-10-29", "2026-11-02", "2026-11-21"]),
        (date(2027, 1, 2), ["2026-11-02", "2026-12-02", "2026-12-09", "2027-01-01", "2027-01-01"]),
        (date(2028, 3, 31), ["2028-01-01", "2028-01-02", "2028-02-02", "2028-03-02", "2028-03-07", "2028-03-30"]),
        (date(2024, 6, 25), ["2024-06-01", "2024-06-02", "2024-06-24"]),
        (date(2024, 6, 20), []),
    ],
)
def test_days_are_counted_back_from_any_today_and_lie_between_the_stories_and_it(db: None, today: date, days: list[str]) -> None:
    story_from(date(2024, 5, 31))
    played = Played(told("24 days ago", "1 day ago", "day 2 of 3 months", "day 1 of January"), Stage.__new__(Stage))
    assert sorted(str(day.date) for _played, day in lately([played], today)) == days


@pytest.mark.parametrize("day", ["0 days ago", "yesterday", "day 31 of 2 months"])
def test_what_is_no_such_day_is_told_with_its_line(day: str) -> None:
    line = MINI.count("\n") + 3
    with pytest.raises(BadScenario, match=f"mini.yaml, line {line}: “{day}” is no day; write it as “24 days ago”, “day 2"):
        told(day)
