"""What may be changed of an evaluation: all of it, or what came back with remarks on it, and only that."""

from django.utils.translation import gettext as _

from workflows.core.errors import Problem, Refused
from workflows.routes.remarks import to_answer
from workflows.routes.states import AssignmentKind, AssignmentState

from .models import Evaluation
from .states import EvaluationState


def open_sections(evaluation: Evaluation) -> set[str]:
    """Those that take answers and photos. A remark on the whole, or on what was computed, opens all of them."""
    every = {section.key for section in evaluation.round.questionnaire.questions.sections}
    if evaluation.state != EvaluationState.RETURNED or asked_anew(evaluation):
        return every
    pinned = {target.partition(".")[0] for target in to_answer(evaluation.file).values_list("target", flat=True)}
    return pinned if pinned and pinned <= every else every


def asked_anew(evaluation: Evaluation) -> bool:
    """Whether its agency opened it again, and nobody's remarks bind the village."""
    tasks = evaluation.file.assignments.filter(kind=AssignmentKind.SELF_EVALUATION)
    return tasks.filter(state=AssignmentState.OPEN).exists()


def refuse_locked(evaluation: Evaluation, section: str) -> None:
    """Raises `Refused` for a section that nobody asked to be put right."""
    if section not in open_sections(evaluation):
        words = _("Bagian ini tidak diberi catatan, jadi terkunci. Yang diperbaiki hanya bagian yang diberi catatan.")
        raise Refused([Problem(evaluation.pk, "evaluation", "section_locked", words, _("kantor yang mengembalikan"))])
