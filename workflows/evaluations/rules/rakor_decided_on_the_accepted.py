from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..queries import evaluations_of
from ..states import EvaluationState


@rule(_("{about} sudah diterima, tetapi belum diputuskan dalam rakor."), solved_by=_("rakor"))
def rakor_decided_on_the_accepted(rounds):
    """The year's classes are frozen when the rakor's record has decided on all that was accepted."""
    return evaluations_of(rounds).filter(state=EvaluationState.ACCEPTED).annotate(about=F("file__title"))
