from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from ..states import CompetitionState


@rule(_("Masa sanggah sudah lewat, atau peringkat belum dikunci."))
def appeal_window_open(entries):
    """Until the last day of the window, by the local day, that day included."""
    return entries.exclude(Q(competition__state=CompetitionState.RANKED) & Q(competition__appeal_until__gte=act.today))
