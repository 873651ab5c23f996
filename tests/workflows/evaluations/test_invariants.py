"""I17: classes follow from what was frozen, and what was tampered with is found."""

from tests.workflows.evaluations.vectors import V3
from workflows.core.models import JournalEntry
from workflows.evaluations.invariants import (
    accepted_outcomes_follow_from_their_facts,
    yearly_classes_are_what_was_decided,
)
from workflows.evaluations.models import Evaluation, YearlyClass


def left(evaluation: Evaluation, decided: str) -> YearlyClass:
    return YearlyClass.objects.create(
        kampung=evaluation.kampung, year=2024, evaluation=evaluation, computed="berkembang", decided=decided,
        entry=JournalEntry.objects.latest("pk"),
    )  # fmt: skip


def test_what_was_accepted_follows_from_its_facts(world, year):
    world.accepted(0)
    assert list(accepted_outcomes_follow_from_their_facts()) == []


def test_figures_that_were_changed_afterwards_are_found(world, year):
    accepted = world.accepted(0)
    Evaluation.objects.filter(pk=accepted.pk).update(state="submitted")
    Evaluation.objects.filter(pk=accepted.pk).update(facts=V3.as_json())
    Evaluation.objects.filter(pk=accepted.pk).update(state="accepted")
    [found] = accepted_outcomes_follow_from_their_facts()
    assert (found.invariant, "its facts give berkelanjutan" in found.what) == ("I17", True)


def test_a_years_class_that_nobody_decided_is_found(world, year):
    accepted = world.accepted(0)
    Evaluation.objects.filter(pk=accepted.pk).update(state="decided", decided_class="berkembang")
    left(accepted, "mandiri")
    [found] = yearly_classes_are_what_was_decided()
    assert str(accepted.pk) in found.what
