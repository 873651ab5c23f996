"""What the clock does about files that came back to their drafters: reminders, late notices and escalation, each once.

They are to be put right by Friday, 8 March 2024; the Monday and Tuesday after it are Nyepi and its cuti bersama.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from backend.pages.history import days_of
from backend.pages.review import settled
from tests.backend.pages import decrees
from tests.backend.pages.decrees import as_official
from tests.evaluation_world import EvaluationWorld, build_evaluation_world, known
from tests.ground import Ground, ground_of
from tests.people import person
from tests.workflows.evaluations.vectors import V2
from tests.world import BEGIN, on_day
from worker.models import Delivery, Due
from worker.relay import carry_out
from worker.tick import run_due
from worker.webhooks.events import EVENTS
from workflows.core.door import perform, problems
from workflows.core.models import File, JournalEntry, Outbox
from workflows.decrees.models import Decree
from workflows.evaluations import computing
from workflows.evaluations.models import Evaluation, Round
from workflows.organisation.models import Mandate
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment
from workflows.routes.queries import returns_to_put_right
from workflows.villages.drafting import save_draft
from workflows.villages.models import Proposal

FIX_BY = date(2024, 3, 8)
THE_DAY_BEFORE, SUNDAY, THE_NEXT_WORKING_DAY = date(2024, 3, 7), date(2024, 3, 10), date(2024, 3, 13)
THREE_WORKING_DAYS_LATER = date(2024, 3, 15)
ALL_DAYS = [THE_DAY_BEFORE, FIX_BY, SUNDAY, THE_NEXT_WORKING_DAY, THREE_WORKING_DAYS_LATER, date(2024, 3, 21)]

ground = ground_of(build_evaluation_world)


@pytest.fixture
def world(db: None, monkeypatch: pytest.MonkeyPatch, ground: Ground) -> EvaluationWorld:
    monkeypatch.setattr(computing, "facts_on", known(V2))
    return ground()


def sent_back(world: EvaluationWorld, subject: Any, role: str, login: str, fix_by: date | None = FIX_BY) -> Assignment:
    return world.send_back(subject, role, login, values={"fix_by": fix_by and fix_by.isoformat()})


def a_proposal(world: EvaluationWorld) -> Assignment:
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    return sent_back(world, proposal, "camat", "budi")


def an_evaluation(world: EvaluationWorld) -> Assignment:
    world.opened()
    return sent_back(world, world.handed_in_evaluation(), "pkb", "gita")


def a_decree(world: EvaluationWorld) -> Assignment:
    decrees.set_up(world)
    return sent_back(world, decrees.approved_up_to(world, decrees.handed_in(world), "legal"), "legal", "budi")


def told() -> list[tuple[str, str]]:
    rows = Outbox.objects.filter(topic__startswith="fix_").order_by("pk")
    return list(rows.values_list("topic", "office__role"))


def on(*days: date) -> list[tuple[str, str]]:
    """What was told when the clock has gone through these days, twice each."""
    for day in days:
        on_day(day)
        run_due()
        run_due()
    return told()


@pytest.mark.parametrize(("returned", "drafter", "superior"), [
    pytest.param(a_proposal, "village_head", "camat", marks=pytest.mark.nightly), (an_evaluation, "village_head", "camat"),
    (a_decree, "agency", "secretary"),
])  # fmt: skip
def test_the_drafter_is_reminded_told_that_it_is_late_and_then_its_superior_is_told_each_once(
    world: EvaluationWorld, returned: Callable[[EvaluationWorld], Assignment], drafter: str, superior: str
) -> None:
    returned(world)
    assert on(date(2024, 3, 4), date(2024, 3, 6)) == []
    soon, late, escalated = ("fix_soon", drafter), ("fix_late", drafter), ("fix_escalated", superior)
    assert on(THE_DAY_BEFORE, FIX_BY) == [soon]
    assert on(SUNDAY) == [soon]
    assert on(THE_NEXT_WORKING_DAY, date(2024, 3, 14)) == [soon, late]
    assert on(THREE_WORKING_DAYS_LATER, date(2024, 3, 21)) == [soon, late, escalated]
    assert not Due.objects.filter(kind__startswith="routes.", done_at=None).exists()


def test_a_missed_reminder_comes_on_the_day_itself(world: EvaluationWorld) -> None:
    a_proposal(world)
    assert on(FIX_BY) == [("fix_soon", "village_head")]


def test_who_was_told_of_the_return_only_today_is_reminded_tomorrow(world: EvaluationWorld) -> None:
    on_day(THE_DAY_BEFORE)
    a_proposal(world)
    assert on(THE_DAY_BEFORE) == []
    assert on(FIX_BY) == [("fix_soon", "village_head")]


def test_what_was_returned_without_a_day_has_three_working_days(world: EvaluationWorld) -> None:
    task = sent_back(world, world.handed_in(), "village_head", "fitri", fix_by=None)
    task.refresh_from_db()
    assert task.fix_by == THE_DAY_BEFORE
    assert on(date(2024, 3, 6)) == [("fix_soon", "village_head")]


def test_what_came_back_in_is_not_mentioned_again(world: EvaluationWorld) -> None:
    task = a_proposal(world)
    on(THE_DAY_BEFORE)
    perform(Proposal.resubmit, task.file.proposal, by=world.staff(0))
    assert on(*ALL_DAYS) == [("fix_soon", "village_head")]


@pytest.mark.parametrize(("returned", "model", "role"), [
    (a_proposal, Proposal, "village_head"), (a_decree, Decree, "agency"),
])  # fmt: skip
def test_what_was_withdrawn_is_not_mentioned_again(
    world: EvaluationWorld, returned: Callable[[EvaluationWorld], Assignment], model: Any, role: str
) -> None:
    task = returned(world)
    perform(model.withdraw, model.objects.get(pk=task.file_id), by=world.by("ani", role), reason="Contoh alasan.")
    assert on(*ALL_DAYS) == []


def test_of_two_returns_of_one_file_only_the_newest_counts(world: EvaluationWorld) -> None:
    proposal = world.handed_in()
    sent_back(world, proposal, "village_head", "fitri")
    perform(Proposal.resubmit, Proposal.objects.get(pk=proposal.pk), by=world.staff(0))
    world.approve(proposal, "village_head", "fitri")
    second = sent_back(world, proposal, "camat", "budi", fix_by=date(2024, 3, 14))
    assert [task.pk for task in returns_to_put_right()] == [second.pk]
    assert on(THE_DAY_BEFORE, FIX_BY, SUNDAY) == []
    assert on(THE_NEXT_WORKING_DAY, THREE_WORKING_DAYS_LATER) == [("fix_soon", "village_head"), ("fix_late", "village_head")]
    assert set(Outbox.objects.filter(topic__startswith="fix_").values_list("object_id", flat=True)) == {second.pk}


def test_a_refused_change_ends_an_earlier_return_and_has_a_day_of_its_own(world: EvaluationWorld) -> None:
    task = a_proposal(world)
    proposal = Proposal.objects.get(pk=task.file_id)
    save_draft(proposal, world.staff(0), profile="Contoh gambaran yang lain.")
    perform(Proposal.resubmit, proposal, by=world.staff(0))
    change = world.task(proposal, "village_head", kind="confirm_change")
    world.perform(Assignment.refuse_change, change, "fitri", reason="Bukan begini.", values={"fix_by": "2024-03-14"})
    assert [(task.pk, task.fix_by) for task in returns_to_put_right()] == [(change.pk, date(2024, 3, 14))]
    assert on(THE_DAY_BEFORE, FIX_BY, SUNDAY) == []
    assert on(THE_NEXT_WORKING_DAY) == [("fix_soon", "village_head")]


def test_a_refused_change_without_a_day_has_three_working_days_too(world: EvaluationWorld) -> None:
    proposal = Proposal.objects.get(pk=a_proposal(world).file_id)
    save_draft(proposal, world.staff(0), profile="Contoh gambaran yang lain.")
    perform(Proposal.resubmit, proposal, by=world.staff(0))
    change = world.task(proposal, "village_head", kind="confirm_change")
    world.perform(Assignment.refuse_change, change, "fitri", reason="Bukan begini.")
    assert [(task.pk, task.fix_by) for task in returns_to_put_right()] == [(change.pk, THE_DAY_BEFORE)]


def test_an_evaluation_of_a_closed_round_is_not_mentioned_again(world: EvaluationWorld) -> None:
    an_evaluation(world)
    on(THE_DAY_BEFORE)
    this = Round.objects.get()
    for act in (Round.close_answers, Round.bring_to_rakor, Round.conclude):
        perform(act, this, by=world.by("hadi"))
    assert on(*ALL_DAYS) == [("fix_soon", "village_head")]


def test_a_village_that_may_answer_once_more_has_a_task_and_its_earlier_return_is_no_matter(world: EvaluationWorld) -> None:
    task = an_evaluation(world)
    evaluation = Evaluation.objects.get(pk=task.file_id)
    perform(Evaluation.resubmit, evaluation, by=world.staff(0))
    for role, login in (("pkb", "gita"), ("camat", "budi"), ("agency", "hadi")):
        world.approve(evaluation, role, login)
    perform(Evaluation.reopen, evaluation, by=world.by("hadi"), values={"until": "2024-03-20"}, reason="Contoh alasan.")
    assert on(*ALL_DAYS) == []


def test_they_are_told_what_until_when_and_where_it_is_put_right(world: EvaluationWorld) -> None:
    task = a_proposal(world)
    on(*ALL_DAYS)
    for row in Outbox.objects.filter(topic__startswith="fix_").order_by("pk"):
        carry_out(Outbox, row.pk)
    words = Delivery.objects.filter(channel="app", outbox__topic__startswith="fix_").order_by("pk")
    assert [one.text for one in words.filter(person=person("fitri"))] == [
        f"Pengingat bagi Kepala Desa Contoh Satu: “{task.file.title}”, Contoh Satu, dikembalikan Camat Contoh Hilir dan belum "
        f"diajukan ulang. Tenggat perbaikan 8 Maret 2024. Buka {words[0].link}",
        f"Perbaikan oleh Kepala Desa Contoh Satu lewat tenggat 8 Maret 2024: “{task.file.title}”, Contoh Satu, dikembalikan Camat "
        f"Contoh Hilir. Mohon diperbaiki dan diajukan ulang. Buka {words[0].link}",
    ]
    [escalated] = words.filter(person=person("budi"))
    assert escalated.subject.startswith("Kepala Desa Contoh Satu belum memperbaiki")


@pytest.mark.parametrize(("returned", "superior"), [
    pytest.param(a_proposal, "budi", marks=pytest.mark.nightly), (an_evaluation, "budi"),
    pytest.param(a_decree, "indra", marks=pytest.mark.nightly),
])  # fmt: skip
def test_drafter_and_superior_may_open_the_page_they_are_sent_to(
    world: EvaluationWorld, returned: Callable[[EvaluationWorld], Assignment], superior: str
) -> None:
    task = returned(world)
    on(*ALL_DAYS)
    for row in Outbox.objects.filter(topic__startswith="fix_").order_by("pk"):
        carry_out(Outbox, row.pk)
    found = Delivery.objects.filter(channel="app", outbox__topic__startswith="fix_").select_related("person").order_by("pk")
    links = {delivery.person.username: delivery.link.partition("/berkas") for delivery in found}
    assert {"ani", superior} <= set(links)
    for login in ("ani", superior):
        _host, folder, rest = links[login]
        page = as_official(world, login, task.file.office.role if login == "ani" else "").get(folder + rest, follow=True)
        assert page.status_code == 200
        assert "8 Maret 2024" in page.content.decode()


def test_a_vacant_superior_office_is_named_as_such(world: EvaluationWorld) -> None:
    a_decree(world)
    on(THE_NEXT_WORKING_DAY)
    world.by("indra").delete()
    on(THREE_WORKING_DAYS_LATER)
    carry_out(Outbox, Outbox.objects.get(topic="fix_escalated").pk)
    [told] = Delivery.objects.filter(channel="app", person=person("hadi"), outbox__topic="fix_escalated")
    assert told.subject == "Tanpa pejabat: Sekretaris Daerah Kabupaten Contoh Raya"


def test_other_programs_are_told_the_day_and_whose_turn_it_is(world: EvaluationWorld) -> None:
    task = a_proposal(world)
    on(*ALL_DAYS)
    types, about = zip(*(
        (EVENTS[row.topic].type, EVENTS[row.topic].about(row).data)
        for row in Outbox.objects.filter(topic__startswith="fix_").order_by("pk")
    ), strict=True)  # fmt: skip
    assert types == ("return.due_soon", "return.overdue", "return.escalated")
    for data in about:
        assert (data["task"]["id"], data["task"]["due_on"]) == (task.pk, "2024-03-08")
        assert data["office"] == {"id": world.office("village_head").pk, "role": "village_head"}


def test_the_clock_acts_by_the_sistem_office_and_turns_no_reader_away(world: EvaluationWorld) -> None:
    task = a_proposal(world)
    version = File.objects.get(pk=task.file_id).version
    on(THE_DAY_BEFORE)
    entry = JournalEntry.objects.get(act="routes.Assignment.remind_drafter")
    assert (entry.office.role, entry.on) == ("system", THE_DAY_BEFORE)
    perform(Proposal.resubmit, task.file.proposal, by=world.staff(0), version=version)


def test_nobody_else_may_remind_in_its_name_nor_the_clock_of_what_came_back_in_meanwhile(world: EvaluationWorld) -> None:
    task = a_proposal(world)
    assert why_not(task, world.by("budi", "camat")) == ["by_the_system"]
    assert why_not(task, system_mandate()) == []
    perform(Proposal.resubmit, task.file.proposal, by=world.staff(0))
    assert why_not(task, system_mandate()) == ["still_to_be_put_right"]


def why_not(task: Assignment, by: Mandate) -> list[str]:
    return [problem.rule for problem in problems(Assignment.remind_drafter, task, by=by)]


def test_who_returned_it_and_when_still_stands_on_the_page_of_the_task(world: EvaluationWorld) -> None:
    task = a_proposal(world)
    on(*ALL_DAYS)
    task.refresh_from_db()
    line = settled(task)
    assert line is not None
    assert line.words == "Contoh Budi (Camat Contoh Hilir) mengembalikan berkas kepada penyusun"
    assert days_of([task.pk]) == {task.pk: BEGIN}
    history = as_official(world, "budi", "camat").get(f"/usulan/{task.file_id}/").content.decode()
    assert "menegur keterlambatan perbaikan" in history
