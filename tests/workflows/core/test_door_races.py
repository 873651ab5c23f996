"""Many at the one door at once. Threads with real commits."""

from datetime import date
from threading import Event

import pytest
import yaml
from django.db import transaction

from tests.decree_world import VILLAGE, fresh
from tests.processes import wait_until
from tests.races import losers, race, somebody_waits_for_a_lock
from tests.world import upload
from workflows.contests.models import RubricDraft
from workflows.contests.rubric import SHIPPED
from workflows.core.door import BadValues, Refused, perform
from workflows.core.models import File, JournalEntry, Outbox, Refusal
from workflows.organisation.models import Mandate, Office
from workflows.routes.drafts import drafted_once
from workflows.routes.models import Assignment, Run
from workflows.villages.drafting import attach, save_draft, start_proposal
from workflows.villages.models import Proposal

pytestmark = pytest.mark.django_db(transaction=True)

IN_PARALLEL = [
    {"order": 1, "role": "village_head", "kind": "endorse", "days": 3},
    {"order": 1, "role": "camat", "kind": "endorse", "days": 3},
]


def approve(world, task, read, login="hadi", **given):
    return perform(Assignment.approve, task, by=world.by(login, task.office.role), read=read, **given)


def test_of_fifty_who_approve_one_task_one_wins_and_the_others_are_told_why(world):
    decree = world.submitted()
    task, read = world.task(decree, "agency"), world.read(decree)
    lost = losers(race([lambda: approve(world, task, read)] * 50))
    assert len(lost) == 49
    assert all(isinstance(error, Refused) and "Tugas ini sudah disetujui" in str(error) for error in lost)
    assert JournalEntry.objects.filter(act="routes.Assignment.approve").count() == 1
    assert Outbox.objects.filter(topic="your_turn", office=world.office("legal")).count() == 1
    assert Refusal.objects.count() == 49


def test_of_twenty_double_clicks_each_gets_the_same_entry_and_there_is_one_effect(world):
    decree = world.submitted()
    task, read = world.task(decree, "agency"), world.read(decree)
    entries = race([lambda: approve(world, task, read, key="klik-1")] * 20)
    assert losers(entries) == []
    assert len({entry.pk for entry in entries}) == 1
    assert JournalEntry.objects.filter(key="klik-1").count() == 1
    assert Refusal.objects.count() == 0


def proposals(world, count):
    """Proposals of so many hamlets, handed in; Fitri and Budi are asked side by side."""
    world.route("proposal", IN_PARALLEL, region=world.regency)
    by = world.staff(0)
    for region, row in world.hamlets(count):
        proposal = start_proposal(region, by, era=2024, hamlet=row["hamlet"])
        save_draft(proposal, by, preconditions=dict.fromkeys(["population_data", "commitment", "participation"], {"met": True}))
        attach(proposal, by, "minutes", upload("berita-acara.pdf"))
        perform(Proposal.submit, proposal, by=by)
        yield proposal


def test_two_siblings_who_approve_at_once_complete_the_run_twenty_times_of_twenty(world):
    for proposal in proposals(world, 20):
        read = world.read(proposal)
        pair = [(world.task(proposal, "village_head"), "fitri"), (world.task(proposal, "camat"), "budi")]
        assert losers(race([lambda t=task, n=login, r=read: approve(world, t, r, n) for task, login in pair])) == []
    assert set(Run.objects.values_list("state", flat=True)) == {"completed"}
    assert set(Proposal.objects.values_list("state", flat=True)) == {"approved"}


def test_two_decrees_that_move_the_same_villages_at_once_do_not_wait_for_each_other(world):
    for number in range(4):
        pair = []
        for effect in ("designate", "appoint_pokja"):
            decree = world.walked(effects=[effect], subject=f"Penetapan {effect} {number}")
            world.decide(decree)
            world.receive_paper(decree)
            pair.append(decree)
        assert losers(race([lambda d=d: world.sign(d) for d in pair])) == []
        assert {fresh(d).state for d in pair} == {"in_force"}
        assert world.stages() == ["active"] * 3


def test_a_decision_is_either_withdrawn_or_signed_never_both(world):
    for _n in range(5):
        decree = world.walked(VILLAGE, effects=[])
        world.decide(decree)
        world.receive_paper(decree)
        decided = Assignment.objects.get(file=decree.pk, kind="sign", state="approved")
        withdraw = lambda d=decided: perform(Assignment.withdraw_decision, d, by=world.by("fitri"), reason="Salah.")  # noqa: E731
        [loser] = losers(race([lambda d=decree: world.sign(d), withdraw]))
        assert isinstance(loser, Refused | Assignment.DoesNotExist)
        assert fresh(decree).state in ("in_force", "in_review")


def test_what_is_withdrawn_while_one_waits_for_the_lock_is_seen(world):
    decree = world.submitted()
    task, read, locked = world.task(decree, "agency"), world.read(decree), Event()

    def end_the_mandate() -> None:
        with transaction.atomic():
            File.objects.select_for_update().get(pk=decree.pk)
            locked.set()
            wait_until(somebody_waits_for_a_lock, "somebody waits for the file")
            Mandate.objects.filter(pk=world.by("hadi").pk).update(until=date(2024, 3, 1))

    def approve_a_moment_later() -> None:
        assert locked.wait(timeout=30)
        approve(world, task, read)

    ended, refused = race([end_the_mandate, approve_a_moment_later])
    assert ended is None
    assert isinstance(refused, Refused)
    assert [p.rule for p in refused.problems] == ["task_of_my_office"]
    assert fresh(task).state == "open"


def test_of_many_with_one_key_one_draft_is_begun(world):
    by, village = world.by("fitri"), world.villages[0]
    begun = race([lambda: drafted_once("k", by.person, lambda: start_proposal(village, by, era=2024).pk)] * 4)
    assert begun == [Proposal.objects.get().pk] * 4


def test_of_two_offices_that_publish_one_name_at_once_one_is_told_by_its_field(world):
    province = Office.objects.create(role="agency", region=world.regency.parent, label="OPD KB Provinsi Contoh")
    data = {"placeholder": True, "source": "", "criteria": yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))["criteria"]}
    both = [world.by("hadi"), world.appoint("lina", province)]
    for n in range(10):
        drafts = [(RubricDraft.objects.create(office=by.office, code=f"contoh-{n}", data=data), by) for by in both]
        [told] = losers(race([lambda draft=draft, by=by: perform(RubricDraft.publish, draft, by=by) for draft, by in drafts]))
        assert (type(told), [*told.fields]) == (BadValues, ["code"])
