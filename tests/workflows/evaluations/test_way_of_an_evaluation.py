"""An evaluation's way from the village to the agency, with returns, and what is frozen on it."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from tests.evaluation_world import DAYS, WAY, photo
from tests.workflows.evaluations.vectors import V2, V3
from tests.world import on_day
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues
from workflows.evaluations.computing import differences
from workflows.evaluations.content import with_its_round
from workflows.evaluations.drafting import save_answers, year_before
from workflows.evaluations.facts import Facts
from workflows.evaluations.models import Evaluation, EvidencePhoto, Round
from workflows.routes.models import Assignment, Step
from workflows.routes.remarks import answer_remarks, offices_to_fix

pytestmark = pytest.mark.usefixtures("year")


def state(evaluation):
    return Evaluation.objects.values_list("state", flat=True).get(pk=evaluation.pk)


def asked(evaluation):
    tasks = evaluation.file.assignments.filter(kind="confirm_change", state="open")
    return sorted(tasks.values_list("office__role", flat=True))


def again(world, evaluation, answers, by=None):
    """What was returned is changed and handed in again."""
    by = by or world.staff(0)
    save_answers(evaluation, by, answers)
    perform(Evaluation.resubmit, evaluation, by=by)


def why_not(act, subject, by, **given):
    return [problem.rule for problem in problems(act, subject, by=by, **given)]


@pytest.fixture
def submitted(world):
    return world.handed_in_evaluation()


@pytest.fixture
def verified(world, submitted):
    world.approve(submitted, "pkb", "gita")
    return submitted


@pytest.fixture
def endorsed(world, verified):
    world.approve(verified, "camat", "budi")
    return verified


@pytest.fixture
def accepted(world, endorsed):
    world.approve(endorsed, "agency", "hadi")
    return world.evaluation()


def test_each_office_takes_it_one_stage_on(world):
    evaluation = world.handed_in_evaluation()
    stages = [state(evaluation)]
    for role, login in WAY:
        world.approve(evaluation, role, login)
        stages.append(state(evaluation))
    assert stages == ["submitted", "verified", "endorsed", "accepted"]
    assert evaluation.file.runs.get().state == "completed"


def test_handing_in_ends_the_villages_task_and_makes_its_own_person_the_drafter(world, year, submitted):
    task = submitted.file.assignments.get(kind="self_evaluation")
    assert (task.state, task.decided_by, submitted.file.drafted_by) == ("approved", world.staff(0).person, world.staff(0).person)
    assert world.evaluation(1).file.drafted_by == world.by("hadi").person


def test_facts_and_class_are_frozen_in_snapshot_and_row(submitted):
    content = submitted.file.snapshots.get().content
    assert content["facts"] == submitted.facts == V2.as_json()
    assert content["outcome"] == submitted.outcome
    assert submitted.computed == "berkembang"
    assert set(submitted.file.snapshot.parts) == {"text", "pokja", "facilities", "planning", "activities", "needs", "outcome"}
    assert [paper["name"] for paper in content["sections"]["activities"]["photos"]] == ["kelas-1.jpg", "kelas-2.jpg"]


def test_what_nobody_reported_is_not_computable_and_named(world, figures):
    figures(Facts())
    evaluation = world.handed_in_evaluation()
    assert evaluation.computed == ""
    assert "couples" in [fact for one in evaluation.outcome["indicators"] for fact in one["missing"]]


# --- returns


def test_a_return_goes_to_the_village_with_remarks_on_fields(world, verified):
    remarks = [{"part": "pokja", "target": "pokja.meetings", "text": "Cocokkan dengan notulen."}]
    world.send_back(verified, "camat", "budi", values={"remarks": remarks})
    assert (state(verified), offices_to_fix(verified.file)) == ("returned", {world.office("village_head").pk})
    remark = verified.file.assignments.get(state="returned").remarks.get()
    answer_remarks(verified.file, world.staff(0), {remark.pk: "Sudah dicocokkan."})
    again(world, verified, {"pokja": {"meetings": 11}})
    assert (state(verified), world.waits_for(verified)) == ("verified", {"camat"})


def test_only_who_saw_the_changed_part_confirms(world, endorsed):
    """The Camat's step does not see the planning; the field officer's sees all."""
    world.send_back(endorsed, "agency", "hadi")
    again(world, endorsed, {"planning": {"work_plan": False}})
    assert (state(endorsed), asked(endorsed)) == ("endorsed", ["pkb"])
    assert world.why_not(Assignment.approve, world.task(endorsed, "agency"), "hadi") == ["changes_confirmed"]
    world.perform(Assignment.confirm_change, world.task(endorsed, "pkb", kind="confirm_change"), "gita")
    world.approve(endorsed, "agency", "hadi")
    assert state(endorsed) == "accepted"


def test_a_refused_change_goes_back_to_the_village(world, endorsed):
    world.send_back(endorsed, "agency", "hadi")
    again(world, endorsed, {"planning": {"work_plan": False}})
    world.perform(Assignment.refuse_change, world.task(endorsed, "pkb", kind="confirm_change"), "gita", reason="Keliru.")
    assert state(endorsed) == "returned"


def test_returned_to_an_earlier_step_it_falls_back(world, endorsed):
    pkb = Step.objects.get(version__route__subject="evaluation", version__state="published", role="pkb")
    world.perform(Assignment.return_to_step, world.task(endorsed, "agency"), "hadi", reason="Kunjungi.", values={"step": pkb.pk})
    assert (state(endorsed), world.waits_for(endorsed)) == ("submitted", {"pkb"})
    world.approve(endorsed, "pkb", "gita")
    world.approve(endorsed, "agency", "hadi")
    assert state(endorsed) == "accepted"


def test_approvals_withdrawn_take_it_back(world, endorsed):
    world.perform(Assignment.withdraw, world.task(endorsed, "camat", state="approved"), "budi")
    assert state(endorsed) == "verified"
    world.perform(Assignment.withdraw, world.task(endorsed, "pkb", state="approved"), "gita")
    assert state(endorsed) == "submitted"


def test_an_acceptance_taken_back_within_the_minute(world, accepted):
    world.perform(Assignment.take_back, world.task(accepted, "agency", state="approved"), "hadi")
    assert (state(accepted), accepted.file.runs.get().state) == ("endorsed", "in_progress")


def test_it_is_never_rejected(world, submitted):
    task = world.task(submitted, "pkb")
    assert world.why_not(Assignment.reject, task, "gita", reason="x") == ["evaluations_are_returned"]


# --- four eyes


def test_who_handed_in_does_not_approve_under_any_mandate(world, year):
    acting = world.appoint("ani", world.office("camat"), "plt")
    evaluation = world.handed_in_evaluation()
    world.approve(evaluation, "pkb", "gita")
    found = why_not(Assignment.approve, world.task(evaluation, "camat"), acting, read=world.read(evaluation))
    assert set(found) == {"not_my_own_draft", "not_my_own_answers"}


def test_nor_who_handed_it_in_again(world, verified):
    world.send_back(verified, "camat", "budi")
    own = world.appoint("indra", world.office("village_head"), "staf")
    again(world, verified, {"pokja": {"meetings": 11}}, by=own)
    acting = world.appoint("indra", world.office("camat"), "plt")
    assert why_not(Assignment.approve, world.task(verified, "camat"), acting, read=world.read(verified)) == ["not_my_own_answers"]


def test_an_acting_camat_endorses(world, verified):
    acting = world.appoint("indra", world.office("camat"), "plt")
    perform(Assignment.approve, world.task(verified, "camat"), by=acting, read=world.read(verified))
    assert state(verified) == "endorsed"


def test_who_alone_could_approve_hands_nothing_in(world, year):
    evaluation = world.answered()
    lone = world.appoint("gita", world.office("village_head"), "staf")
    [problem] = problems(Evaluation.submit, evaluation, by=lone)
    assert problem.rule == "somebody_else_can_accept"


# --- figures that change on the way


def test_figures_that_were_corrected_are_computed_again_before_it_is_accepted(world, endorsed, figures):
    figures(V3)
    [problem] = problems(Assignment.approve, world.task(endorsed, "agency"), by=world.by("hadi"), read=world.read(endorsed))
    assert (problem.rule, "IUD" in problem.words) == ("figures_still_hold", True)
    world.perform(Evaluation.recompute, endorsed, "hadi")
    endorsed.refresh_from_db()
    assert (endorsed.computed, endorsed.facts, asked(endorsed)) == ("berkelanjutan", V3.as_json(), ["camat", "pkb"])


def test_what_differs_is_told_fact_by_fact(world, accepted, figures):
    assert differences(with_its_round()) == []
    figures(replace(V2, iud=9, families=None))
    [found] = differences(with_its_round())
    assert found.facts == {"families": (200, None), "iud": (5, 9)}
    assert (found.before, found.now) == ("berkembang", "")


def test_the_command_names_what_differs(world, accepted, figures, capsys):
    call_command("compare_classes", "2024", "--region", "99.01")
    assert "Semua sama" in capsys.readouterr().out
    figures(V3)
    with pytest.raises(CommandError, match="1 evaluasi"):
        call_command("compare_classes", "2024")
    assert capsys.readouterr().out == "Evaluasi 2024 Kampung KB Contoh Satu: berkembang → berkelanjutan; iud 5 → 9\n"


def test_only_who_has_it_computes_again(world, submitted):
    assert why_not(Evaluation.recompute, submitted, world.by("hadi")) == ["my_office_has_its_open_task"]


# --- locked, late, once more


@pytest.mark.parametrize("change", [{"answers": {}}, {"facts": {}}, {"outcome": {}}, {"computed": "mandiri"}])
def test_what_was_accepted_is_locked_in_the_database(accepted, change):
    with pytest.raises(IntegrityError, match="locked"), transaction.atomic():
        Evaluation.objects.filter(pk=accepted.pk).update(**change)


def test_so_are_its_photos(accepted):
    with pytest.raises(IntegrityError, match="photos"), transaction.atomic():
        EvidencePhoto.objects.filter(evaluation=accepted).first().delete()
    with pytest.raises(IntegrityError, match="photos"), transaction.atomic():
        EvidencePhoto.objects.create(evaluation=accepted, section="pokja", attachment=photo("lain.jpg"))


def test_what_was_accepted_is_opened_again_with_a_reason(world, accepted):
    later = {"until": "2024-03-20"}
    assert why_not(Evaluation.reopen, accepted, world.by("hadi"), values=later) == ["reason_given"]
    assert why_not(Evaluation.reopen, accepted, world.by("gita"), values=later, reason="x") == ["runs_its_round"]
    perform(Evaluation.reopen, accepted, by=world.by("hadi"), values=later, reason="Foto keliru.")
    [task] = accepted.file.assignments.filter(kind="self_evaluation", state="open")
    assert (state(accepted), task.due_on, task.note) == ("returned", date(2024, 3, 20), "Foto keliru.")
    again(world, accepted, {"pokja": {"meetings": 10}})
    assert (state(accepted), world.waits_for(accepted), asked(accepted)) == ("endorsed", {"agency"}, ["camat", "pkb"])
    for role, login in [("pkb", "gita"), ("camat", "budi")]:
        world.perform(Assignment.confirm_change, world.task(accepted, role, kind="confirm_change"), login)
    world.approve(accepted, "agency", "hadi")
    assert state(accepted) == "accepted"


def test_late_answers_need_a_reasoned_opening(world, year):
    evaluation = world.answered()
    on_day(date(2024, 3, 18))
    perform(Round.close_answers, year, by=world.by("hadi"))
    assert why_not(Evaluation.submit, evaluation, world.staff(0)) == ["round_takes_answers"]
    with pytest.raises(BadValues):
        perform(Evaluation.admit_late, evaluation, by=world.by("hadi"), values={"until": "2024-03-17"}, reason="Banjir.")
    perform(Evaluation.admit_late, evaluation, by=world.by("hadi"), values={"until": "2024-03-19"}, reason="Banjir.")
    assert why_not(Evaluation.submit, evaluation, world.staff(0)) == []
    on_day(date(2024, 3, 20))
    assert why_not(Evaluation.submit, evaluation, world.staff(0)) == ["round_takes_answers"]


def test_what_is_returned_comes_again_while_it_is_verified(world, year, submitted):
    world.send_back(submitted, "pkb", "gita")
    perform(Round.close_answers, year, by=world.by("hadi"))
    assert why_not(Evaluation.resubmit, submitted, world.staff(0)) == []
    perform(Round.bring_to_rakor, year, by=world.by("hadi"))
    assert why_not(Evaluation.resubmit, submitted, world.staff(0)) == ["round_takes_answers"]


def test_last_years_answers_stand_beside(world, accepted):
    days = {name: day.replace(year=2025) for name, day in DAYS.items()}
    on_day(days["opens_on"])
    perform(Round.open, world.planned(2025, **days), by=world.by("hadi"))
    newer = Evaluation.objects.get(kampung=world.units[0], round__year=2025)
    assert year_before(newer) == accepted
    assert year_before(accepted) is None
    assert year_before(Evaluation.objects.get(kampung=world.units[1], round__year=2025)) is None


def test_who_sent_it_back_may_remind_its_drafter_and_no_neighbour_may(world):
    evaluation = world.handed_in_evaluation()
    task = world.task(evaluation, "pkb")
    world.send_back(evaluation, "pkb", "gita")
    assert world.why_not(Assignment.nudge_drafter, task, "gita", "pkb") == []
    assert world.why_not(Assignment.nudge_drafter, task, "eko") == ["may_remind"]
