"""I17: the class that a year left follows from what was frozen: the facts, the instrument, and what the rakor decided."""

from collections.abc import Iterator

from workflows.core.findings import Finding, invariant

from .classifying import classify
from .facts import Facts
from .models import Evaluation, YearlyClass
from .states import LOCKED

AT_ONCE = 2000
"""Rows that are held in memory at a time."""


@invariant
def accepted_outcomes_follow_from_their_facts() -> Iterator[Finding]:
    locked = Evaluation.objects.filter(state__in=LOCKED).prefetch_related("round__instrument").order_by("pk")
    for one in locked.iterator(AT_ONCE):
        found = classify(one.round.instrument.definition, Facts.read(one.facts))
        if (one.outcome, one.computed) != (found.as_json(), found.classification or ""):
            yield Finding("I17", f"evaluation {one.pk} was accepted as {one.computed}, its facts give {found.classification}")


@invariant
def yearly_classes_are_what_was_decided() -> Iterator[Finding]:
    for one in YearlyClass.objects.select_related("evaluation__round").order_by("pk").iterator(AT_ONCE):
        decided = one.evaluation
        said = (one.kampung_id, one.year, one.computed, one.decided, one.reason)
        stands = (decided.kampung_id, decided.round.year, decided.computed, decided.decided_class, decided.deviation)
        if said != stands:
            yield Finding("I17", f"the class of {one.year} of Kampung KB {one.kampung_id} is not what evaluation {decided.pk} says")
