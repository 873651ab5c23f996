"""What the years left a Kampung KB, for its page: the classes with the instrument that they follow from."""

from typing import Any

from backend.access import Mandates, evaluations_for
from workflows.evaluations.models import YearlyClass
from workflows.evaluations.states import EvaluationState, RoundState
from workflows.villages.models import KampungKB


def classes_of(kampung: KampungKB, mandates: Mandates) -> dict[str, Any]:
    """`classes`, the newest first, and the `evaluations` that are under way."""
    left = YearlyClass.objects.filter(kampung=kampung).select_related("evaluation__round__instrument").order_by("-year")
    under_way = evaluations_for(mandates).filter(kampung=kampung).exclude(state=EvaluationState.DECIDED)
    return {
        "classes": [told(one) for one in left],
        "evaluations": under_way.filter(yearly_class=None).exclude(round__state=RoundState.CLOSED).select_related("file"),
    }


def told(one: YearlyClass) -> dict[str, Any]:
    instrument = one.evaluation.round.instrument
    decided, computed = (instrument.definition.class_named(key) for key in (one.decided, one.computed))
    deviates = one.decided != one.computed and computed is not None
    return {
        "year": one.year, "label": decided.label if decided else one.decided, "reason": one.reason, "evaluation": one.evaluation_id,
        "computed_label": computed.label if deviates and computed else "", "instrument": instrument,
    }  # fmt: skip
