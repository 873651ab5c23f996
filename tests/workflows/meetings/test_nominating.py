"""A rakor nominates villages for a contest; the contest's own rules still say who may enter."""

import pytest

from tests.decree_world import broken_promises, fresh
from tests.world import BEGIN
from workflows.contests.drafting import start_competition, start_entry
from workflows.contests.models import Competition, Entry, RubricVersion
from workflows.contests.rubrics import load_rubrics
from workflows.core.door import perform
from workflows.core.errors import BadValues, Refused
from workflows.meetings.executing import preview
from workflows.meetings.tracing import Done, done_by, motion_behind


@pytest.fixture
def contest(world):
    """Of the regency, announced; who is designated may enter."""
    load_rubrics()
    rubric = RubricVersion.objects.latest("pk")
    told = {"level": "regency", "year": 2024, "cutoff_on": BEGIN, "rubric": rubric, "needs": ["designated"]}
    made = start_competition(world.regency, world.ani, **told)
    perform(Competition.announce, made, by=world.by("hadi"))
    return made


def test_the_signed_record_nominates(world, contest):
    world.decreed(units=world.units[:1])
    rakor = world.held()
    motion = world.resolve(rakor, "nominate", villages=[world.units[0].pk], competition=contest.pk)
    effect = preview(rakor)[motion.pk]
    assert (len(effect.words), effect.problems) == (1, [])
    assert not Entry.objects.exists()
    world.signed(rakor)
    world.execute(rakor)
    entry = Entry.objects.get()
    assert (entry.state, entry.kampung, entry.competition, entry.file.office) == (
        "nominated", world.units[0], contest, world.office("agency"),
    )  # fmt: skip
    assert (motion_behind(entry), done_by([fresh(motion)])) == (motion, {motion.pk: [Done(world.units[0], entry)]})
    assert [found for found in broken_promises() if not found.what.startswith("decree ")] == []


def test_a_draft_that_a_village_had_begun_is_what_the_record_nominates(world, contest):
    world.decreed(units=world.units[:1])
    draft = start_entry(contest, world.units[0], world.by("fitri"))
    rakor = world.held()
    motion = world.resolve(rakor, "nominate", villages=[world.units[0].pk], competition=contest.pk)
    assert preview(rakor)[motion.pk].problems == []
    world.signed(rakor)
    world.execute(rakor)
    assert (fresh(draft).state, Entry.objects.count()) == ("nominated", 1)
    later = world.held()
    again = world.resolve(later, "nominate", villages=[world.units[0].pk], competition=contest.pk)
    assert preview(later)[again.pk].words[0].startswith("Sudah menjadi peserta")


def test_who_may_not_enter_is_named_before_the_record_is_signed_and_after(world, contest):
    rakor = world.held()
    motion = world.resolve(rakor, "nominate", villages=[world.units[1].pk], competition=contest.pk)
    assert [problem.rule for problem in preview(rakor)[motion.pk].problems] == ["designated_on_the_cutoff"]
    world.signed(rakor)
    with pytest.raises(Refused):
        world.execute(rakor)
    assert fresh(motion).state == "carried"
    assert not Entry.objects.exists()


def test_only_contests_that_hold_the_territory_are_named(world):
    rakor = world.held()
    with pytest.raises(BadValues) as bad:
        world.resolve(rakor, "nominate", villages=[world.units[0].pk], competition=0)
    assert list(bad.value.fields) == ["competition"]


def test_a_village_that_two_decisions_nominate_enters_once(world, contest):
    world.decreed(units=world.units[:1])
    rakor = world.held()
    motions = [world.resolve(rakor, "nominate", villages=[world.units[0].pk], competition=contest.pk) for _twice in range(2)]
    assert [preview(rakor)[motion.pk].problems for motion in motions] == [[], []]
    world.signed(rakor)
    world.execute(rakor)
    assert Entry.objects.get().state == "nominated"
