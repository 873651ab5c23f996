"""What the rakor decides, and what a closed round leaves."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError

from tests.decree_world import broken_promises
from tests.workflows.evaluations.vectors import V2, V3
from workflows.core import act as words
from workflows.core.act import Extension, Move, only_follows
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues
from workflows.core.statements import compiled
from workflows.evaluations.deciding import decisions_of
from workflows.evaluations.models import Evaluation, Round, YearlyClass
from workflows.evaluations.queries import evaluations_of
from workflows.routes.models import Assignment

ACT = "evaluations.Round.reschedule"


@pytest.fixture
def rakor(world, year, monkeypatch):
    """Stands in for the rakor's act: `rakor({evaluation.pk: {"class": …, "reason": …}})` decides what its record says."""
    said: dict = {}

    def decided(rounds):
        return evaluations_of(rounds).filter(state="accepted")

    record = Extension(then=[Move("evaluations.Evaluation.decide", decided)], prepare=lambda deed, rounds: decisions_of(said))
    monkeypatch.setitem(words.extensions, (ACT, "round"), record)
    compiled.cache_clear()

    def decide(decisions):
        said.update(decisions)
        perform(Round.reschedule, year, by=world.by("hadi"), values={"meets_by": "2024-05-20"}, reason="Contoh.")

    yield decide
    compiled.cache_clear()


def at_the_rakor(world, year):
    for act in (Round.close_answers, Round.bring_to_rakor):
        perform(act, year, by=world.by("hadi"))


def test_a_decision_only_follows_from_the_record(world, year):
    evaluation = world.accepted()
    assert [p.rule for p in problems(Evaluation.decide, evaluation, by=world.by("hadi"))] == [only_follows.name]


def test_the_computed_class_is_confirmed_or_another_is_given_with_a_reason(world, year, figures, rakor):
    figures(V2, V3)
    confirmed, other = world.accepted(0), world.accepted(1)
    at_the_rakor(world, year)
    rakor({confirmed.pk: {}, other.pk: {"class": "mandiri", "reason": "Contoh alasan."}})
    confirmed, other = world.evaluation(0), world.evaluation(1)
    assert (confirmed.state, confirmed.computed, confirmed.decided_class, confirmed.deviates) == (
        "decided", "berkembang", "berkembang", False,
    )  # fmt: skip
    assert (other.computed, other.decided_class, other.deviation, other.deviates) == (
        "berkelanjutan", "mandiri", "Contoh alasan.", True,
    )  # fmt: skip


@pytest.mark.parametrize("said", [{"class": "juara"}, {"class": "mandiri"}, {"class": "mandiri", "reason": " "}])
def test_a_class_that_nobody_knows_or_explains_is_refused(world, year, rakor, said):
    evaluation = world.accepted()
    with pytest.raises(BadValues) as bad:
        rakor({evaluation.pk: said})
    assert list(bad.value.fields) == [str(evaluation.pk)]


def test_the_database_wants_the_reason_too(world, year, rakor):
    evaluation = world.accepted()
    with pytest.raises(IntegrityError, match="evaluation_deviation_has_reason"), transaction.atomic():
        Evaluation.objects.filter(pk=evaluation.pk).update(state="decided", decided_class="mandiri")
    with pytest.raises(IntegrityError, match="evaluation_class_is_decided"), transaction.atomic():
        Evaluation.objects.filter(pk=evaluation.pk).update(decided_class="berkembang")
    rakor({evaluation.pk: {}})
    with pytest.raises(IntegrityError, match="locked"), transaction.atomic():
        Evaluation.objects.filter(pk=evaluation.pk).update(decided_class="mandiri", deviation="x")


def test_a_round_is_not_closed_before_the_rakor_decided_on_what_was_accepted(world, year):
    world.accepted()
    at_the_rakor(world, year)
    assert [p.rule for p in problems(Round.conclude, year, by=world.by("hadi"))] == ["rakor_decided_on_the_accepted"]


def test_closing_freezes_the_years_classes_and_ends_what_is_left_over(world, year, rakor):
    decided, unfinished = world.accepted(0), world.handed_in_evaluation(1)
    at_the_rakor(world, year)
    rakor({decided.pk: {"class": "mandiri", "reason": "Contoh alasan."}})
    entry = perform(Round.conclude, year, by=world.by("hadi"))
    frozen = YearlyClass.objects.get()
    assert (frozen.kampung, frozen.year, frozen.evaluation_id) == (world.units[0], 2024, decided.pk)
    assert (frozen.computed, frozen.decided, frozen.reason) == ("berkembang", "mandiri", "Contoh alasan.")
    assert frozen.entry_id == entry.pk
    assert not Assignment.objects.filter(file__evaluation__round=year, state__in=["waiting", "open"]).exists()
    assert unfinished.file.runs.get().state == "cancelled"
    assert [found for found in broken_promises() if not found.what.startswith("decree ")] == []


def test_nothing_is_answered_or_opened_again_in_a_closed_round(world, year):
    evaluation = world.answered()
    at_the_rakor(world, year)
    perform(Round.conclude, year, by=world.by("hadi"))
    assert [p.rule for p in problems(Evaluation.submit, evaluation, by=world.staff(0))] == ["round_takes_answers"]
    late = {"values": {"until": "2024-12-31"}, "reason": "x"}
    assert [p.rule for p in problems(Evaluation.admit_late, evaluation, by=world.by("hadi"), **late)] == ["round_not_closed"]


def test_a_years_class_is_never_rewritten(world, year, rakor):
    evaluation = world.accepted()
    at_the_rakor(world, year)
    rakor({evaluation.pk: {}})
    perform(Round.conclude, year, by=world.by("hadi"))
    for change in ("UPDATE evaluations_yearlyclass SET decided = 'dasar'", "DELETE FROM evaluations_yearlyclass"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)
