from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import CompetitionState


@rule(_("{about} tidak sedang menerima pencalonan."), solved_by=_("penyelenggara lomba"))
def nominations_open(entries):
    """Entries come in from the announcement until the judging begins."""
    return entries.exclude(competition__state=CompetitionState.ANNOUNCED).annotate(about=F("competition__file__title"))
