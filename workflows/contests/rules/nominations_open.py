from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from ..states import CompetitionState


@rule(_("{about} tidak sedang menerima pencalonan."), solved_by=_("penyelenggara lomba"))
def nominations_open(entries):
    """Entries come in from the announcement until the last day of nominating, where there is none until the judging begins."""
    in_time = Q(competition__nominations_until=None) | Q(competition__nominations_until__gte=act.today)
    return entries.exclude(in_time, competition__state=CompetitionState.ANNOUNCED).annotate(about=F("competition__file__title"))
