from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import CompetitionState


@rule(_("{about} tidak sedang dinilai."), solved_by=_("penyelenggara lomba"), first=True)
def judging_goes_on(entries):
    """Points, visits and recusals are taken from the beginning of the judging until the ranking is locked."""
    return entries.exclude(competition__state=CompetitionState.JUDGING).annotate(about=F("competition__file__title"))
