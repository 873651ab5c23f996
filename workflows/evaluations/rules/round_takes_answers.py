from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from ..states import EvaluationState, RoundState


@rule(_("Pengisian {about} sudah ditutup. Mintalah OPD KB membukanya kembali dengan alasan."), solved_by=_("OPD KB"))
def round_takes_answers(evaluations):
    """Answers come while the round is open, those returned also while it is verified; later only by a reasoned reopening."""
    in_time = Q(round__state=RoundState.OPEN) | Q(round__state=RoundState.VERIFYING, state=EvaluationState.RETURNED)
    late = Q(late_until__gte=act.today) & ~Q(round__state=RoundState.CLOSED)
    takes = evaluations.filter(in_time | late).values("pk")
    return evaluations.exclude(pk__in=takes).annotate(about=F("round__file__title"))
