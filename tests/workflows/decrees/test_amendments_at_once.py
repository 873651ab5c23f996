"""Two amendments of one decree drafted at the same time: the second never freezes row numbers that the first has given."""

import pytest

from tests.decree_world import fresh
from tests.workflows.decrees.changed import change_draft
from workflows.core.door import Refused, perform
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(world):
    """Two amendments that add a village each, both before the regent."""
    listed = world.issued(villages=[0])
    drafts = [change_draft(world, listed, "amends", add=[n]) for n in (1, 2)]
    for draft in drafts:
        perform(Decree.submit, draft, by=world.drafter())
        world.walk(draft)
    return [fresh(draft) for draft in drafts]


def numbers(decree):
    [changed] = [annex for annex in fresh(decree).file.snapshot.content["annexes"] if "change" in annex["rows"][0]]
    return [row["no"] for row in changed["rows"]]


def rules(world, decree):
    with pytest.raises(Refused) as refused:
        world.decide(decree)
    return [problem.rule for problem in refused.value.problems]


def finish(world, decree):
    world.receive_paper(decree)
    world.sign(decree)


def test_the_second_waits_for_the_first_and_is_then_stale(world, both):
    first, second = both
    assert numbers(first) == numbers(second) == [2]
    world.decide(first)
    assert rules(world, second) == ["one_amendment_at_a_time"]
    finish(world, first)
    assert rules(world, second) == ["amends_the_list_as_it_stands"]


def test_handed_in_again_it_counts_on(world, both):
    first, second = both
    world.decide(first)
    finish(world, first)
    task = world.task(second, "regent")
    world.perform(Assignment.return_to_drafter, task, "citra", "regent", reason="Nomor baris berubah.")
    perform(Decree.resubmit, fresh(second), by=world.drafter())
    assert numbers(second) == [3]
    asked = world.task(second, "regent")
    assert not {"amends_the_list_as_it_stands", "one_amendment_at_a_time"} & set(
        world.why_not(Assignment.decide, asked, "citra", "regent")
    )


def test_whoever_is_alone_is_not_held_up(world):
    draft = change_draft(world, world.issued(villages=[0]), "amends", add=[1])
    perform(Decree.submit, draft, by=world.drafter())
    world.walk(draft)
    world.decide(draft)
    assert fresh(draft).decided_on
