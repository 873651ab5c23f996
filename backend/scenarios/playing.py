"""Playing stories: the date moves on, the scheduler does what is due, people act, the worker follows, and it is checked.

Several stories share one database and one clock; their days are played in the order of their dates.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import connection

from worker.errors import NotQuiet
from worker.quiet import wait_until_quiet
from worker.reports import tell_of_reports
from worker.tick import run_due
from workflows.core import clock
from workflows.core.errors import BadValues, NotDone, Refused
from workflows.organisation.working_days import fill_calendar

from . import coaching, contests, drafting, letters, meetings, reports, rounds
from .acting import act
from .acts import AFTER_THE_WORKER
from .building import build, build_nation
from .errors import StoryStopped
from .report_steps import Merge, Tell
from .stage import Stage
from .steps import Act, AddRows, ChangeDecree, Copies, Draft, Edit, Expect, Letter, Propose, Step
from .steps import Refused as ExpectedRefusal
from .story import Day, Story

PATIENCE = 240.0
"""Seconds until the worker must be quiet: longer than a lease and a new ring, so that a killed one is replaced."""
A_DAY, A_FEW_DAYS = timedelta(days=1), timedelta(days=5)

DOES: dict[type, Callable[[Stage, Any], None]] = {
    Draft: drafting.draft, ChangeDecree: drafting.change, Propose: drafting.propose, Letter: letters.letter,
    Copies: letters.copies, Edit: drafting.edit, AddRows: drafting.add_rows, Act: act,
    **reports.DOES, **contests.DOES, **meetings.DOES, **rounds.DOES, **coaching.DOES,
}  # fmt: skip


@dataclass
class Played:
    """How a story went. `failures` name the line, and what was found instead of what was expected."""

    story: Story
    stage: Stage
    acts: int = 0
    passed: int = 0
    failed: int = 0
    failures: list[str] = field(default_factory=list)
    stopped: bool = False

    @property
    def ok(self) -> bool:
        return not self.failures

    def fail(self, line: int, words: str) -> None:
        """Note an expectation that did not hold."""
        self.failed += 1
        self.failures.append(f"{self.story.file}, line {line}: {words}")

    def stop(self, line: int, words: str) -> None:
        self.stopped = True
        self.fail(line, words)


def play(stories: list[Story], tell: Callable[[str], None] = lambda _words: None) -> list[Played]:
    """Play stories in a database that is born story and empty. `tell` hears of every day."""
    demand_own_territory(stories)
    begin_story(min(story.setting.begins for story in stories))
    build_nation(stories)
    plays = [Played(story, Stage(story.name, story.setting)) for story in stories]
    for played in plays:
        build(played.stage)
    play_days(days_of(plays), tell)
    for played in plays:
        come_to_rest(played)
    return plays


def play_lately(plays: list[Played], today: date, tell: Callable[[str], None] = lambda _words: None) -> None:
    """What the demo plays of the weeks before `today`, on which it begins."""
    fill_calendar(range(clock.today().year, today.year + 2))
    play_days(leaping(sorted(lately(plays, today), key=lambda pair: pair[1].date)), tell)
    for played in plays:
        come_to_rest(played)


def lately(plays: list[Played], today: date) -> Iterator[tuple[Played, Day]]:
    """Without what is still to come or lies in the time of the stories; nothing at all where that is a day so many days ago."""
    over = clock.today()
    for played in plays:
        told = [(day, ago) for ago in played.story.lately for day in ago.dates(today)]
        if all(day > over for day, ago in told if ago.days):
            yield from ((played, Day(day, ago.line, ago.steps)) for day, ago in told if over < day < today)


def leaping(days: list[tuple[Played, Day]]) -> Iterator[tuple[Played, Day]]:
    """Each day in its turn, its few days before being played one by one; over what is longer ago the clock leaps."""
    for played, day in days:
        if clock.today() < day.date - A_FEW_DAYS:
            clock.move_story_to(day.date - A_FEW_DAYS)
        yield played, day


def go_on_live(played: Played) -> None:
    """What the demo begins after its story, by the real clock."""
    play_steps(played, played.story.afterwards)
    come_to_rest(played)


def demand_own_territory(stories: list[Story]) -> None:
    """Two stories cannot both write the history of one district. Raises `StoryStopped`."""
    taken: dict[str, Story] = {}
    for story in stories:
        for region in story.setting.territory:
            other = taken.setdefault(region.code, story)
            if other is not story:
                raise StoryStopped(f"{other.name} and {story.name} both play in {region.code}; replay them one by one")


def come_to_rest(played: Played) -> None:
    try:
        wait_until_quiet(PATIENCE)
    except NotQuiet as noise:
        played.stop(played.story.days[-1].line, str(noise))


def begin_story(day: date) -> None:
    """The database is born story: it has no past that a story could contradict. Raises `StoryStopped` otherwise."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE core_clock SET kind = 'story', date = %s WHERE NOT EXISTS (SELECT FROM core_journalentry) RETURNING id",
            [day],
        )
        if not cursor.fetchone():
            raise StoryStopped("this database has a past already; stories are played in a fresh one")


def days_of(plays: list[Played]) -> Iterator[tuple[Played, Day]]:
    """The days of all stories, by date; those of one day in the order of the stories."""
    yield from sorted(((p, day) for p in plays for day in p.story.days), key=lambda pair: pair[1].date)


def play_days(days: Iterable[tuple[Played, Day]], tell: Callable[[str], None]) -> None:
    for played, day in days:
        if not played.stopped:
            tell(f"{day.date} {played.story.name}")
            play_day(played, day)


def move_to(day: date) -> None:
    """Day by day, as the world does: on each of them the scheduler does what has become due."""
    now = clock.today()
    while now < day:
        wait_until_quiet(PATIENCE)
        now += A_DAY
        clock.move_story_to(now)
        run_due()
        tell_of_reports()


def play_day(played: Played, day: Day) -> None:
    """The day comes, and its steps are played until one of them stops the story."""
    try:
        move_to(day.date)
    except NotQuiet as noise:
        played.stop(day.line, str(noise))
    else:
        play_steps(played, day.steps)


def play_steps(played: Played, steps: list[Step]) -> None:
    for step in steps:
        try:
            play_step(played, step)
        except NotDone as refusal:
            return played.stop(step.line, f"this was refused: {words_of(refusal)}")
        except (StoryStopped, NotQuiet) as stopped:
            return played.stop(step.line, str(stopped))
    return None


def play_step(played: Played, step: Step) -> None:
    if isinstance(step, Expect):
        return check(played, step)
    if isinstance(step, Act) and step.does in AFTER_THE_WORKER:
        wait_until_quiet(PATIENCE)
    played.acts += len(step.by) if isinstance(step, Act) else int(isinstance(step, Tell | Merge))
    expected = getattr(step, "refused", None)
    if expected is None:
        DOES[type(step)](played.stage, step)
        return None
    try:
        DOES[type(step)](played.stage, step)
    except NotDone as refusal:
        note(played, step.line, list(misfits(expected, refusal)))
    else:
        played.fail(step.line, f"this was done, but should be refused: {expected.words}")
    return None


def check(played: Played, step: Expect) -> None:
    wait_until_quiet(PATIENCE)
    for expectation in step.expect:
        note(played, expectation.line, list(expectation.wrong(played.stage)))


def note(played: Played, line: int, wrong: list[str]) -> None:
    if wrong:
        played.fail(line, "; ".join(wrong))
    else:
        played.passed += 1


def misfits(expected: ExpectedRefusal, refusal: NotDone) -> Iterator[str]:
    """How a refusal differs from the expected one."""
    found = words_of(refusal)
    if expected.words not in found:
        yield f"it was refused with other words: {found}"
    if expected.rule and expected.rule not in rules_of(refusal):
        yield f"it was refused by {', '.join(rules_of(refusal))}, expected {expected.rule}"
    if expected.solved_by and expected.solved_by not in {p.solved_by for p in getattr(refusal, "problems", [])}:
        yield f"nobody says that {expected.solved_by} can solve it"


def words_of(refusal: NotDone) -> str:
    if isinstance(refusal, Refused):
        return "; ".join(dict.fromkeys(problem.words for problem in refusal.problems))
    return str(refusal)


def rules_of(refusal: NotDone) -> list[str]:
    """Names of the rules, or of the fields that are wrong."""
    if isinstance(refusal, BadValues):
        return [str(name) for name in refusal.fields]
    return [problem.rule for problem in getattr(refusal, "problems", [])]
