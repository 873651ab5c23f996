"""A disposition instructs an office below, is recalled until it was opened, and is done by its answer."""

from datetime import date

import pytest

from tests.world import on_day
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues
from workflows.core.models import Outbox
from workflows.routes.models import Assignment


@pytest.fixture
def proposal(world):
    """It waits for the Camat."""
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    return proposal


def wanted(world, role="village_head", **more):
    return {"office": world.office(role).pk, "instruction": "Telaah dan lapor", "due_on": "2024-03-05"} | more


@pytest.fixture
def given(world, proposal):
    """The Camat has instructed the head of the village."""
    perform(Assignment.instruct, world.task(proposal, "camat"), by=world.by("budi", "camat"), values=wanted(world))
    return world.task(proposal, "village_head", kind="disposition")


def test_the_office_has_a_task_and_is_told(world, proposal, given):
    assert (given.note, given.due_on, given.asked_by.office) == ("Telaah dan lapor", date(2024, 3, 5), world.office("camat"))
    assert Outbox.objects.filter(topic="your_turn", object_id=given.pk, office=given.office).exists()


def test_it_blocks_nothing(world, proposal, given):
    world.approve(proposal, "camat", "budi")
    assert world.waits_for(proposal) == {"pkb"}


def test_nobody_instructs_who_stands_above_him_or_elsewhere(world, proposal):
    task = world.task(proposal, "camat")
    for role in ("secretary", "regent", "agency", "camat"):
        assert world.why_not(Assignment.instruct, task, "budi", "camat", values=wanted(world, role)) == ["in_my_line"]


def test_it_has_a_day_that_can_be_kept(world, proposal):
    task = world.task(proposal, "camat")
    for day in ("2024-03-03", "besok"):
        with pytest.raises(BadValues):
            perform(Assignment.instruct, task, by=world.by("budi", "camat"), values=wanted(world, due_on=day))


def test_until_it_was_opened_it_is_recalled_and_nobody_hears_of_it(world, given):
    assert world.why_not(Assignment.recall, given, "fitri") == ["instructed_by_my_office"]
    perform(Assignment.recall, given, by=world.by("budi", "camat"))
    given.refresh_from_db()
    assert given.state == "withdrawn"
    assert not Outbox.objects.filter(object_id=given.pk, done_at=None).exists()


def test_whoever_was_told_hears_of_the_recall(world, given):
    Outbox.objects.filter(object_id=given.pk).update(attempts=1)
    perform(Assignment.recall, given, by=world.by("budi", "camat"))
    assert Outbox.objects.get(topic="recalled").office == given.office


def test_once_opened_it_says_by_whom(world, given):
    perform(Assignment.open_disposition, given, by=world.by("fitri"))
    given.refresh_from_db()
    assert given.read_at is not None
    [problem] = problems(Assignment.recall, given, by=world.by("budi", "camat"))
    assert problem.rule == "not_opened_yet"
    assert "Contoh Fitri" in problem.words


def test_its_answer_ends_it_and_tells_who_asked(world, given):
    on_day(date(2024, 3, 5))
    perform(Assignment.answer_disposition, given, by=world.by("fitri"), values={"answer": "Sudah ditelaah."})
    given.refresh_from_db()
    assert (given.state, given.note, given.reply) == ("approved", "Telaah dan lapor", "Sudah ditelaah.")
    assert Outbox.objects.get(topic="disposition_answered").office == world.office("camat")

