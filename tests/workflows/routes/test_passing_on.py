"""A task is passed to another competent office by a superior, or an opinion is asked; the task stays where it was."""

import pytest

from tests.people import appointed
from workflows.core.models import Outbox
from workflows.organisation.models import Office
from workflows.routes.models import Assignment


@pytest.fixture
def proposal(world):
    return world.handed_in()


@pytest.fixture
def with_pkb(world, proposal):
    world.approve(proposal, "village_head", "fitri")
    world.approve(proposal, "camat", "budi")
    return world.task(proposal, "pkb")


@pytest.fixture
def second_pkb(world):
    """Another field officer of the same district."""
    return Office.objects.create(role="pkb", region=world.district, label="Penyuluh KB Contoh Kedua")


def passed_on(world, task, office, login="hadi", **given):
    return world.perform(Assignment.reassign, task, login, reason="Sakit.", values={"office": office.pk}, **given)


def refused(world, task, office, login="hadi", reason="Sakit."):
    return world.why_not(Assignment.reassign, task, login, reason=reason, values={"office": office.pk})


def test_the_superior_passes_a_task_on_and_the_new_office_is_told(world, with_pkb, second_pkb):
    entry = passed_on(world, with_pkb, second_pkb)
    with_pkb.refresh_from_db()
    assert (with_pkb.office, with_pkb.state) == (second_pkb, "open")
    assert list(Outbox.objects.filter(entry=entry.pk).values_list("topic", "office")) == [("your_turn", second_pkb.pk)]
    world.mandates.append(appointed("joko", second_pkb))
    assert world.why_not(Assignment.approve, with_pkb, "gita") == ["task_of_my_office", "field_check_complete"]


def test_it_needs_a_reason_and_another_office(world, with_pkb, second_pkb):
    assert refused(world, with_pkb, second_pkb, reason="") == ["reason_given"]
    assert refused(world, with_pkb, world.office("camat")) == ["another_office_of_the_role"]
    assert refused(world, with_pkb, with_pkb.office) == ["another_office_of_the_role"]


def test_the_office_itself_and_strangers_do_not_pass_it_on(world, with_pkb, second_pkb):
    assert refused(world, with_pkb, second_pkb, "gita") == ["superior_or_agency"]
    assert refused(world, with_pkb, second_pkb, "eko") == ["superior_or_agency"]


def test_a_task_may_go_up_to_the_superior_office(world, with_pkb):
    assert refused(world, with_pkb, world.office("agency")) == []


def test_an_office_of_another_territory_is_not_competent(world, with_pkb):
    elsewhere = Office.objects.create(role="pkb", region=world.villages[1], label="Penyuluh KB Contoh Dua")
    assert refused(world, with_pkb, elsewhere) == ["another_office_of_the_role"]


# --- opinions


def ask(world, task, office, login="fitri", question="Apakah lokasinya tepat?"):
    return world.perform(Assignment.ask_opinion, task, login, values={"office": office.pk, "question": question})


def test_an_opinion_is_a_task_of_its_own_and_holds_nothing_up(world, proposal):
    task = world.task(proposal, "village_head")
    ask(world, task, world.office("legal"))
    opinion = world.task(proposal, "legal", kind="opinion")
    assert (opinion.note, opinion.asked_by, opinion.opened_on) == ("Apakah lokasinya tepat?", task, task.opened_on)
    assert opinion.due_on is not None
    world.approve(proposal, "village_head", "fitri")
    assert world.waits_for(proposal) == {"camat"}


def test_the_answer_goes_back_to_whoever_asked(world, proposal):
    task = world.task(proposal, "village_head")
    ask(world, task, world.office("legal"))
    opinion = world.task(proposal, "legal", kind="opinion")
    entry = world.perform(Assignment.give_opinion, opinion, "budi", "legal", values={"opinion": "Tepat."})
    opinion.refresh_from_db()
    assert (opinion.state, opinion.note, opinion.decided_by.username) == ("approved", "Tepat.", "budi")
    told = Outbox.objects.filter(entry=entry.pk).values_list("topic", "object_id", "office")
    assert list(told) == [("opinion_given", task.pk, task.office_id)]


def test_only_the_office_asked_answers_and_only_opinions_are_answered(world, proposal):
    task = world.task(proposal, "village_head")
    ask(world, task, world.office("legal"))
    opinion = world.task(proposal, "legal", kind="opinion")
    assert world.why_not(Assignment.give_opinion, opinion, "eko", values={"opinion": "x"}) == ["task_of_my_office"]
    assert world.why_not(Assignment.give_opinion, task, "fitri", values={"opinion": "x"}) == ["is_opinion"]


def test_one_does_not_ask_oneself(world, proposal):
    task = world.task(proposal, "village_head")
    given = {"values": {"office": task.office_id, "question": "?"}}
    assert world.why_not(Assignment.ask_opinion, task, "fitri", **given) == ["not_the_same_office"]
