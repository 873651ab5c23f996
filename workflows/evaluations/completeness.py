"""Whether an evaluation answers all that its round's questionnaire asks."""

from collections import Counter

from django.utils.translation import gettext as _

from workflows.core.errors import Problem

from .questionnaire import Section


def answers_complete(deed, evaluations) -> list[Problem]:
    found = evaluations.prefetch_related("round__questionnaire", "photos")
    return [problem for evaluation in found for problem in lacking(evaluation)]


def lacking(evaluation) -> list[Problem]:
    """One problem that names all that is missing; none when nothing is."""
    missing = [f"{section.label}: {words}" for section, lacks in by_section(evaluation) for words in lacks]
    words = _("Evaluasi belum lengkap: %(missing)s.") % {"missing": "; ".join(missing)}
    return [Problem(evaluation.pk, "evaluation", "answers_complete", words, _("penyusun evaluasi"))] if missing else []


def by_section(evaluation) -> list[tuple[Section, list[str]]]:
    """Each section of the questionnaire with what it still lacks."""
    photos = Counter(photo.section for photo in evaluation.photos.all())
    asked = evaluation.round.questionnaire.questions.sections
    return [(one, list(one.lacks(evaluation.answers.get(one.key, {}), photos[one.key]))) for one in asked]
