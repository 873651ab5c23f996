"""Computing evaluations, and computing them again: what comes out, and what differs from what was frozen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from workflows.villages.models import KampungKB

from .classifying import classify
from .facts import Facts
from .gathering import AT_ONCE, facts_on
from .models import Evaluation
from .outcome import Outcome


@dataclass(frozen=True)
class Computed:
    """What is known of an evaluation's Kampung KB on the cut-off day of its round, and what the instrument makes of it."""

    facts: Facts
    outcome: Outcome

    @property
    def class_key(self) -> str:
        """"" where it is not computable."""
        return self.outcome.classification or ""


@dataclass(frozen=True)
class Difference:
    """`facts`: name → value as frozen and as it is now (None: not reported); `before` and `now` are keys of classes."""

    evaluation: Evaluation
    facts: dict[str, tuple[Any, Any]]
    before: str
    now: str


def computed(evaluations: Iterable[Evaluation]) -> dict[int, Computed]:
    """By the evaluations' ids; the facts of a round's evaluations are read at once."""
    rounds: dict[int, list[Evaluation]] = defaultdict(list)
    for evaluation in evaluations:
        rounds[evaluation.round_id].append(evaluation)
    return {pk: found for some in rounds.values() for pk, found in computed_in(some)}


def computed_in(evaluations: list[Evaluation]) -> Iterator[tuple[int, Computed]]:
    """Those of one round, whose instrument is read once."""
    this = evaluations[0].round
    facts = dict(facts_on(KampungKB.objects.filter(pk__in=[one.kampung_id for one in evaluations]), this.cutoff_on))
    for evaluation in evaluations:
        known = facts.get(evaluation.kampung_id) or Facts()
        yield evaluation.pk, Computed(known, classify(this.instrument.definition, known))


def each_computed(evaluations: QuerySet[Evaluation]) -> Iterator[tuple[Evaluation, Computed]]:
    """Of any number of them, so many at a time as are held in memory."""
    rows = evaluations.order_by("pk").iterator(AT_ONCE)
    while some := list(islice(rows, AT_ONCE)):
        found = computed(some)
        yield from ((evaluation, found[evaluation.pk]) for evaluation in some)


def differences(evaluations: QuerySet[Evaluation]) -> list[Difference]:
    """Where computing again gives something else than was frozen; those not handed in yet have nothing to compare."""
    return [
        Difference(evaluation, changed_facts(evaluation.facts, now.facts.as_json()), evaluation.computed, now.class_key)
        for evaluation, now in each_computed(evaluations.filter(outcome__isnull=False))
        if (evaluation.facts, evaluation.outcome) != (now.facts.as_json(), now.outcome.as_json())
    ]


def changed_facts(before: dict[str, Any], now: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    names = sorted({*before, *now})
    return {name: (before.get(name), now.get(name)) for name in names if before.get(name) != now.get(name)}
