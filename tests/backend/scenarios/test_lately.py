"""What the demo plays of the weeks before it begins is told by days that are counted back from today, whatever day that is.

What is then still to come is told by days ahead. And what only the demo plays is looked at by day, without playing.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from backend.scenarios.ahead import SomeDay
from backend.scenarios.errors import BadScenario
from backend.scenarios.meeting_steps import Rakor
from backend.scenarios.playing import Played, lately
from backend.scenarios.reading import Reader, Unreadable
from backend.scenarios.round_steps import Round
from backend.scenarios.stage import Stage
from backend.scenarios.story import STORIES, Story, load, parse
from tests.stories import LONG
from tests.world import story_from
from workflows.evaluations.days import days_from
from workflows.organisation.models import WorkingDay
from workflows.organisation.working_days import fill_calendar

MINI = Path(__file__).with_name("mini.yaml").read_text(encoding="utf-8")
STEP = "    - {does: launch, village: 18.04.04.1001, by: operator, values: {held_on: 2024-06-01, place: Contoh}}\n"
YEAR = (STORIES / f"{LONG}.yaml").read_text(encoding="utf-8")


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


# --- days ahead


@pytest.fixture(scope="module")
def year() -> Story:
    return load(LONG)


@pytest.mark.parametrize(
    ("today", "held_on"),
    [
        (date(2026, 11, 20), date(2026, 12, 28)),  # a Friday: what is due then falls on Christmas Eve, which is cuti bersama
        (date(2026, 11, 22), date(2026, 12, 28)),  # a Sunday: on a Saturday
        (date(2026, 11, 24), date(2026, 12, 28)),  # on the Monday itself
        (date(2026, 12, 28), date(2027, 2, 1)),
        (date(2027, 1, 2), date(2027, 2, 8)),  # on the Friday before Imlek, which is cuti bersama
        (date(2026, 2, 12), date(2026, 3, 25)),  # from Nyepi into the days of Idulfitri
    ],
)
def test_a_rakor_lies_ahead_of_any_today_on_a_day_that_is_worked(db: None, year: Story, today: date, held_on: date) -> None:
    fill_calendar([today.year, today.year + 1])
    said, planned = planned_in(year)
    assert planned.on.seen_from(today - timedelta(days=said)) == held_on


def test_the_shipped_rakor_meets_when_its_round_has_been_accepted_whatever_day_the_demo_begins_on(db: None, year: Story) -> None:
    fill_calendar([2026, 2027])
    said, planned = planned_in(year)
    opened = next(ago.days for ago in year.lately for step in ago.steps if isinstance(step, Round))
    worked = set(WorkingDay.objects.filter(is_working=True).values_list("date", flat=True))
    for n in range(365):
        today = date(2026, 1, 1) + timedelta(days=n)
        days, held_on = days_from(today - timedelta(days=opened)), planned.on.seen_from(today - timedelta(days=said))
        assert days["accepted_by"] < held_on <= days["meets_by"], today
        assert held_on in worked


def planned_in(story: Story) -> tuple[int, Rakor]:
    """How many days ago it was said, and what."""
    return next((ago.days, step) for ago in story.lately for step in ago.steps if isinstance(step, Rakor))


@pytest.mark.parametrize("day", ["in 0 days", "in 100 days", "in two days", "37"])
def test_what_is_no_day_ahead_is_told(day: str) -> None:
    with pytest.raises(Unreadable, match=f"“{day}” is not a date; write year-month-day"):
        Reader("mini.yaml").read(SomeDay, yaml.compose(day))


def test_a_date_stays_what_it_is() -> None:
    assert SomeDay(fixed=date(2025, 11, 5)).seen_from(date(2026, 1, 1)) == date(2025, 11, 5)


# --- what is found by day, without playing


def test_what_is_wrong_in_the_weeks_before_the_demo_is_told_without_playing() -> None:
    wrong = {
        "targets: [perilaku]": ("targets: [behaviour]", "targets: behaviour tidak ada dalam pilihan: Data"),
        "stunted: 14": ("stuntd: 14", "stuntd: Data ini tidak dikenal"),
        "{meetings: 10}": ("{meeting: 10}", "pokja.meeting: Pertanyaan ini tidak dikenal."),
        "{meetings: 24}": ("{meetings: many}", "pokja.meetings: Isi bilangan bulat"),
        "only: [pokja, facilities]": ("only: [pokja, facility]", "only: “facility” is not known; did you mean “facilities”?"),
        "target: pokja.meetings": ("target: pokja.meeting", "target: “pokja.meeting” is not asked; did you mean “pokja.meetings”?"),
        "part: facilities": ("part: facility", "part: “facility” is not asked; did you mean “facilities”?"),
        "approve, file: evaluasi-berikutnya-1": ("open_round, file: evaluasi-berikutnya-1", "nobody does “open_round”"),
        "approve, file: evaluasi-berikutnya-2": ("aprove, file: evaluasi-berikutnya-2", "does: “aprove” is not known"),
        "file: undangan-berikutnya, by": ("file: undangan-berikutnya, values: {numbr: 1}, by", "numbr: tidak dikenal"),
        "by: camat}": ("by: camatt}", "there is nobody called “camatt”; did you mean “camat”?"),
        "round: putaran-berikutnya\n": ("round: putaran-depan\n", "nothing was drafted under “putaran-depan” before"),
        'begins: "08:30"': ("begins: pagi", "“pagi” is not a time; write it as 08:30"),
        "computed: dasar": ("computed: dasr", "computed: “dasr” is not known; did you mean “dasar”?"),
        "state: endorsed": ("state: supported", "state: “supported” is not known"),
        "topic: your_turn": ("topic: my_turn", "topic: “my_turn” is not known"),
    }  # fmt: skip
    days, lately = YEAR.split("\nlately:")
    for right, (changed, _told) in wrong.items():
        assert right in lately
        lately = lately.replace(right, changed, 1)
    with pytest.raises(BadScenario) as bad:
        parse(f"{days}\nlately:{lately}", "satu-tahun.yaml")
    assert {mistake.line > days.count("\n") for mistake in bad.value.mistakes} == {True}
    found = [mistake.words for mistake in bad.value.mistakes]
    assert [told for _changed, told in wrong.values() if not any(words.startswith(told) for words in found)] == []


def test_a_count_is_judged_as_when_it_is_sent() -> None:
    with pytest.raises(BadScenario, match="stunted: Balita yang diukur dan stunting tidak boleh lebih dari 64"):
        parse(YEAR.replace("stunted: 14", "stunted: 65"), "satu-tahun.yaml")


def test_what_is_meant_to_be_refused_may_be_wrong() -> None:
    step = STEP.replace("place", "plaec")
    with pytest.raises(BadScenario, match="plaec: tidak dikenal"):
        parse(f"{MINI}\nlately:\n  1 day ago:\n{step}", "mini.yaml")
    parse(f"{MINI}\nlately:\n  1 day ago:\n{step.replace('by:', 'refused: {words: tidak dikenal}, by:')}", "mini.yaml")
