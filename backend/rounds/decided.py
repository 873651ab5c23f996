"""The class that a rakor gave an evaluation: by which signed record, and whether the round's end has frozen it."""

from dataclasses import dataclass
from datetime import date

from backend.access import Mandates, rakors_for
from workflows.evaluations.models import Evaluation, YearlyClass
from workflows.letters.models import Letter
from workflows.letters.states import LetterKind, LetterState
from workflows.meetings.models import MotionRow, Rakor


@dataclass(frozen=True)
class Decided:
    """`computed` only where the rakor decided otherwise, with its `reason`; `rakor` only for who may see it."""

    label: str
    computed: str
    reason: str
    record: Letter | None
    rakor: Rakor | None
    frozen_on: date | None


def decided_on(evaluation: Evaluation, mandates: Mandates) -> Decided | None:
    """None before the rakor's record was carried out."""
    if not evaluation.decided_class:
        return None
    definition = evaluation.round.instrument.definition
    label, computed = (definition.class_named(key) for key in (evaluation.decided_class, evaluation.computed))
    row = MotionRow.objects.filter(evaluation=evaluation, motion__state="executed").select_related("motion").first()
    frozen = YearlyClass.objects.filter(evaluation=evaluation).select_related("entry").first()
    return Decided(
        label.label if label else "", computed.label if computed and evaluation.deviates else "", evaluation.deviation,
        record_of(row.motion.rakor_id) if row else None,
        rakors_for(mandates).filter(pk=row.motion.rakor_id).select_related("file").first() if row else None,
        frozen.entry.on if frozen else None,
    )  # fmt: skip


def record_of(rakor: int) -> Letter | None:
    """The signed record of a rakor."""
    return Letter.objects.filter(concerns=rakor, kind=LetterKind.RECORD, state=LetterState.SIGNED).first()
