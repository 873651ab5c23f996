"""Evaluations: how far they are, and which class they have."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from django.db.models import Count

from workflows.evaluations import models
from workflows.evaluations.states import EvaluationState, RoundState

from ..meanings import Known, OneOf
from ..reading import Part
from ..round_steps import CLASSES
from .differences import differences

if TYPE_CHECKING:
    from ..stage import Stage

NONE = "none"
"""How a story calls a class that cannot be computed, or is not decided."""


@dataclass
class Round(Part):
    round: Known
    state: Annotated[str | None, OneOf(RoundState.values)] = None
    participants: int | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        found = models.Round.objects.get(pk=stage.files[self.round])
        yield from differences(self, {"state": found.state, "participants": found.evaluations.count()})


@dataclass
class Evaluation(Part):
    """`computed` and `decided` are keys of classes, or `none`."""

    evaluation: Known
    state: Annotated[str | None, OneOf(EvaluationState.values)] = None
    computed: Annotated[str | None, OneOf([*CLASSES, NONE])] = None
    decided: Annotated[str | None, OneOf([*CLASSES, NONE])] = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        found = models.Evaluation.objects.get(pk=stage.files[self.evaluation])
        classes = {"computed": found.computed or NONE, "decided": found.decided_class or NONE}
        yield from differences(self, {"state": found.state} | classes)


@dataclass
class Classes(Part):
    """`classes` that a closed round left: how many of each, `of` key → number."""

    classes: Known
    of: Annotated[dict[str, int], OneOf([*CLASSES, NONE])] = field(default_factory=dict)

    def wrong(self, stage: "Stage") -> Iterator[str]:
        left = models.YearlyClass.objects.filter(evaluation__round=stage.files[self.classes]).order_by()
        found = {key or NONE: n for key, n in left.values_list("decided").annotate(Count("pk"))}
        if found != self.of:
            yield f"the classes are {found}, expected {self.of}"
