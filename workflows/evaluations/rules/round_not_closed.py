from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import RoundState


@rule(_("{about} sudah ditutup; kelas tahun itu tidak berubah lagi."))
def round_not_closed(evaluations):
    """What a closed round left is history."""
    return evaluations.filter(round__state=RoundState.CLOSED).annotate(about=F("round__file__title"))
