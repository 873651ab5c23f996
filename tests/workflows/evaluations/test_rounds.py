"""A round from its plan to the year's classes: who takes part, who may do what, what the clock does."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.evaluation_world import DAYS
from tests.world import BEGIN, on_day
from worker.models import Due
from worker.tick import run_due
from workflows.core import door
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Conflict, Refused
from workflows.core.models import File, JournalSubject, Outbox
from workflows.evaluations.models import Evaluation, Round
from workflows.evaluations.planning import plan_round, replan
from workflows.organisation.models import Office
from workflows.routes.models import Assignment
from workflows.villages.models import KampungKB


def why_not(act, subject, by, **given):
    return [problem.rule for problem in problems(act, subject, by=by, **given)]


def participants(this):
    return sorted(str(evaluation.kampung) for evaluation in this.evaluations.select_related("kampung__region"))


# --- planning


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"answers_by": "2024-03-01"}, "answers_by"),
        ({"opens_on": ""}, "opens_on"),
        ({"meets_by": "besok"}, "meets_by"),
        ({"ends_on": "2024-03-01"}, "ends_on"),
    ],
)
def test_a_day_that_cannot_be_is_named(world, days, field):
    with pytest.raises(BadValues) as bad:
        world.planned(**days)
    assert list(bad.value.fields) == [field]
    assert not File.objects.filter(kind="round").exists()


def test_the_database_keeps_the_days_in_order(world):
    this = world.planned()
    with pytest.raises(IntegrityError, match="round_days_in_order"), transaction.atomic():
        Round.objects.filter(pk=this.pk).update(answers_by=date(2020, 1, 1))


def test_a_year_has_one_round(world):
    world.planned()
    with pytest.raises(BadValues) as bad:
        world.planned()
    assert list(bad.value.fields) == ["year"]


def test_only_the_agency_plans(world):
    plan = {"year": 2024, "instrument": None, "questionnaire": None, **DAYS}
    with pytest.raises(Refused):
        plan_round(world.regency, world.by("budi"), **plan)
    with pytest.raises(BadValues):
        plan_round(world.district, world.by("hadi"), **plan)


def test_a_plan_changes_until_it_is_open(world):
    world.decreed()
    this, by = world.planned(), world.by("ani", "agency")
    replan(this, by, version=0, meets_by="2024-06-01")
    assert Round.objects.get().meets_by == date(2024, 6, 1)
    with pytest.raises(Conflict):
        replan(this, by, version=0, meets_by="2024-07-01")
    perform(Round.open, this, by=world.by("hadi"))
    with pytest.raises(Refused):
        replan(this, by, meets_by="2024-07-01")


# --- opening: who takes part


def test_who_is_designated_on_the_cutoff_day_takes_part(world):
    satu, dua, tiga = world.units
    hamlet = KampungKB.objects.create(region=world.villages[1], scope="hamlet", hamlet="Dusun Contoh")
    world.decreed(units=[satu, hamlet])
    world.decreed(units=[dua], until=date(2024, 2, 29))
    world.decreed(units=[tiga], since=date(2024, 3, 2))
    this = world.planned()
    perform(Round.open, this, by=world.by("hadi"))
    assert set(this.evaluations.values_list("kampung", flat=True)) == {satu.pk, hamlet.pk}
    assert set(this.evaluations.values_list("file__title", flat=True)) == {
        "Evaluasi 2024 Kampung KB Contoh Satu", "Evaluasi 2024 Kampung KB Dusun Contoh, Contoh Dua",
    }  # fmt: skip


def test_who_is_suspended_waits(world):
    world.decreed()
    world.decreed("suspend", units=[world.units[1]], since=date(2024, 1, 1))
    this = world.planned()
    perform(Round.open, this, by=world.by("hadi"))
    assert participants(this) == ["Contoh Satu", "Contoh Tiga"]


def test_what_decrees_do_later_changes_no_participant(world, year):
    KampungKB.objects.create(region=world.villages[0], scope="hamlet", hamlet="Dusun Baru")
    world.decreed(units=[KampungKB.objects.get(hamlet="Dusun Baru")], since=date(2024, 2, 1))
    assert participants(year) == ["Contoh Dua", "Contoh Satu", "Contoh Tiga"]


def test_each_evaluation_is_a_file_of_its_village_with_its_own_token(world, year):
    files = File.objects.filter(kind="evaluation").order_by("region")
    assert [file.region for file in files] == world.villages
    assert [file.office for file in files] == [world.office("village_head", n) for n in range(3)]
    assert len({file.token for file in files} | {year.file.token}) == 4
    assert {(len(file.token), file.example, file.evaluation.state) for file in files} == {(22, True, "draft")}


def test_each_village_is_asked_once_and_told(world, year):
    tasks = Assignment.objects.filter(kind="self_evaluation")
    assert {(task.office, task.region, task.due_on) for task in tasks} == {
        (world.office("village_head", n), world.villages[n], DAYS["answers_by"]) for n in range(3)
    }
    assert Outbox.objects.filter(topic="your_turn", object_id__in=tasks.values("pk")).count() == 3


def test_what_is_born_stands_in_the_journal(year):
    born = JournalSubject.objects.filter(kind="evaluation", from_state="", to_state="draft")
    assert set(born.values_list("object_id", flat=True)) == set(year.evaluations.values_list("pk", flat=True))
    assert all(subject.file_id == subject.object_id for subject in born)


def test_a_round_opens_once(world, year):
    assert why_not(Round.open, year, world.by("hadi")) == ["state"]


def test_not_before_the_cutoff_day(world):
    world.decreed()
    later = {"cutoff_on": date(2024, 3, 10), "opens_on": date(2024, 3, 10)}
    assert why_not(Round.open, world.planned(**later), world.by("hadi")) == ["cutoff_has_come"]


def test_not_without_participants(world):
    assert why_not(Round.open, world.planned(), world.by("hadi")) == ["somebody_takes_part"]


def test_not_where_nobody_could_answer(world):
    world.decreed()
    Office.objects.filter(role="village_head", region=world.villages[1]).update(state="dissolved")
    [problem] = problems(Round.open, world.planned(), by=world.by("hadi"))
    assert (problem.rule, "Contoh Dua" in problem.words) == ("every_participant_has_a_head", True)


@pytest.mark.parametrize("capacity", ["plt", "plh"])
def test_an_acting_head_of_the_agency_opens_it(world, capacity):
    world.decreed()
    acting = world.appoint("joko", world.office("agency"), capacity)
    perform(Round.open, world.planned(), by=acting)
    assert Round.objects.get().state == "open"


@pytest.mark.parametrize("login", ["budi", "citra", "ani"])
def test_nobody_else_runs_it(world, login):
    """Neither the Camat nor the Bupati, nor the agency's own staff."""
    world.decreed()
    by = world.by("ani", "agency") if login == "ani" else world.by(login)
    assert why_not(Round.open, world.planned(), by) == ["runs_the_round"]


def statements(act):
    before = door.statements_run
    act()
    return door.statements_run - before


def test_a_hundred_villages_are_as_many_statements_as_three(world):
    world.decreed()
    this = world.planned()
    few = statements(lambda: perform(Round.open, this, by=world.by("hadi")))
    world.decreed(units=[
        KampungKB.objects.create(region=world.villages[0], scope="hamlet", hamlet=f"RW {n}") for n in range(100)
    ])  # fmt: skip
    next_year = world.planned(2025, opens_on=date(2024, 3, 4))
    assert statements(lambda: perform(Round.open, next_year, by=world.by("hadi"))) == few
    assert next_year.evaluations.count() == 103


# --- the clock


def test_the_clock_opens_closes_and_brings_to_the_rakor_each_once(world):
    world.decreed()
    this = world.planned()
    for day, state in [(BEGIN, "open"), (date(2024, 3, 15), "open"), (date(2024, 3, 16), "verifying"),
                       (date(2024, 4, 16), "at_rakor")]:  # fmt: skip
        on_day(day)
        run_due()
        run_due()
        this.refresh_from_db()
        assert this.state == state
    acts = JournalSubject.objects.filter(kind="round").order_by("entry").values_list("entry__act", "entry__office__role")
    assert list(acts) == [(f"evaluations.Round.{act}", "system") for act in ("open", "close_answers", "bring_to_rakor")]
    assert Evaluation.objects.count() == 3


def test_what_is_refused_to_the_clock_is_noted(world):
    world.planned()
    run_due()
    assert "tidak ada Kampung KB" in Due.objects.get(kind="evaluations.Round.open").problem


def test_a_village_that_is_late_is_reminded_like_with_every_task(world, year):
    on_day(date(2024, 3, 21))
    run_due()
    late = Outbox.objects.filter(topic__in=["overdue", "escalated"], entry__on=date(2024, 3, 21))
    assert {(row.topic, row.office.role) for row in late} == {("overdue", "village_head"), ("escalated", "camat")}


# --- putting off


def test_days_are_put_off_with_a_reason_and_the_villages_have_longer(world, year):
    later = {"answers_by": "2024-03-20"}
    assert why_not(Round.reschedule, year, world.by("hadi"), values=later) == ["reason_given"]
    perform(Round.reschedule, year, by=world.by("hadi"), values=later, reason="Banjir.")
    year.refresh_from_db()
    assert (year.answers_by, year.meets_by, year.state) == (date(2024, 3, 20), DAYS["meets_by"], "open")
    assert set(Assignment.objects.filter(kind="self_evaluation").values_list("due_on", flat=True)) == {date(2024, 3, 20)}


@pytest.mark.parametrize("values", [{}, {"answers_by": "2024-12-31"}, {"meets_by": "x"}])
def test_a_day_to_put_off_to_is_checked(world, year, values):
    with pytest.raises(BadValues):
        perform(Round.reschedule, year, by=world.by("hadi"), values=values, reason="Banjir.")


@pytest.mark.parametrize(
    "changed", [{"year": 2020}, {"cutoff_on": date(2023, 12, 31)}, {"questionnaire": None}, {"instrument": None}]
)
def test_an_open_round_keeps_what_it_was_opened_with(year, changed):
    with pytest.raises(IntegrityError, match="keeps what it was opened with"), transaction.atomic():
        Round.objects.filter(pk=year.pk).update(**changed)


def test_an_evaluation_stays_in_its_round(world, year):
    with pytest.raises(IntegrityError, match="locked"), transaction.atomic():
        Evaluation.objects.filter(kampung=world.units[0]).update(kampung=KampungKB.objects.create(region=world.district))
    with pytest.raises(IntegrityError, match="locked"), transaction.atomic():
        Evaluation.objects.filter(kampung=world.units[0])._raw_delete("default")
