from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..organising import contest_of
from ..states import AppealState


@rule(_("Sanggahan {about} belum dijawab."), solved_by=_("penyelenggara lomba"))
def no_appeal_open(rows):
    """Every objection is answered before somebody is awarded or forwarded."""
    contests = rows.values(f"{contest_of(rows)}file")
    waiting = all_of("contests.Appeal").filter(file__in=contests, state=AppealState.FILED)
    return waiting.annotate(about=F("participant__kampung__region__name"))
