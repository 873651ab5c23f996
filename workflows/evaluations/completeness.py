"""Whether an evaluation answers all that its round's questionnaire asks."""

from collections import Counter

from django.utils.translation import gettext as _

from workflows.core.errors import Problem


def answers_complete(deed, evaluations) -> list[Problem]:
    found = evaluations.prefetch_related("round__questionnaire", "photos")
    return [problem for evaluation in found for problem in lacking(evaluation)]


def lacking(evaluation) -> list[Problem]:
    """One problem that names all that is missing; none when nothing is."""
    photos = Counter(photo.section for photo in evaluation.photos.all())
    missing = list(evaluation.round.questionnaire.questions.lacks(evaluation.answers, photos))
    words = _("Evaluasi belum lengkap: %(missing)s.") % {"missing": "; ".join(missing)}
    return [Problem(evaluation.pk, "evaluation", "answers_complete", words, _("penyusun evaluasi"))] if missing else []
