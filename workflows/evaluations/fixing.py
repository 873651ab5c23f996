"""What may be changed of an evaluation: all of it, or what came back with remarks on it, and only that; and that each was seen."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from workflows.core.errors import Problem, Refused
from workflows.routes.remarks import to_answer
from workflows.routes.states import AssignmentKind, AssignmentState

from .content import sections_of
from .models import Evaluation
from .questionnaire import PHOTOS
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


def binding(evaluation: Evaluation) -> QuerySet[Any]:
    """The remarks that are to be answered, or were after the last return; none binds what was asked anew."""
    remarks = to_answer(evaluation.file)
    return remarks.none() if asked_anew(evaluation) else remarks


def remarks_seen(deed: Any, evaluations: Any) -> list[Problem]:
    """What came back is handed in again once every remark was seen: the place changed since, or a word in answer."""
    found = evaluations.select_related("file__snapshot", "round__questionnaire")
    return [unseen_problem(evaluation, remark) for evaluation in found for remark in unseen(evaluation)]


def unseen(evaluation: Evaluation) -> list[Any]:
    """The remarks that nobody has answered, on what stands as it did when they were made; none binds what was asked anew."""
    if evaluation.state != EvaluationState.RETURNED or asked_anew(evaluation):
        return []
    waiting = to_answer(evaluation.file).filter(resolved=False).select_related("assignment__seen", "assignment__office")
    now = sections_of(evaluation) if waiting else {}
    return [one for one in waiting if standing_at(one.target, then(one)) == standing_at(one.target, now)]


def then(remark: Any) -> dict[str, Any]:
    """The sections as who made the remark saw them."""
    return remark.assignment.seen.content["sections"]


def standing_at(target: str, sections: dict[str, Any]) -> Any:
    """What a remark is about: an answer, photos, a section, or all of them; of what no village writes, as the outcome, nothing."""
    name, _dot, key = target.partition(".")
    if not name:
        return sections
    section = sections.get(name, {})
    if key == PHOTOS or not key:
        return section.get(PHOTOS) if key else section
    return section.get("answers", {}).get(key)


def unseen_problem(evaluation: Evaluation, remark: Any) -> Problem:
    name, _dot, key = remark.target.partition(".")
    section = evaluation.round.questionnaire.questions.section(name)
    where = section.called(key) if section else _("Hasil hitungan") if name else _("Seluruh isian")
    words = _("%(where)s: catatan %(office)s belum ditanggapi. Ubah isiannya, atau tulis apa yang diperbaiki.")
    return Problem(evaluation.pk, "evaluation", "remarks_seen", words % {"where": where, "office": remark.assignment.office.label},
                   _("penyusun evaluasi"))  # fmt: skip
