from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import AppealState


@rule(_("Sanggahan {about} sudah diajukan dan menunggu jawaban."), solved_by=_("penyelenggara lomba"))
def not_appealed_already(entries):
    """One objection of an entry is answered before the next is filed."""
    waiting = all_of("contests.Appeal").filter(participant=OuterRef("pk"), state=AppealState.FILED)
    return entries.filter(Exists(waiting)).annotate(about=F("kampung__region__name"))
