from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.task_of_my_office import deciding_mandate


@rule(_("Putaran evaluasi ini dijalankan oleh {about}, atau oleh Sistem pada waktunya."), solved_by=_("pejabat OPD KB"))
def runs_the_round(rounds):
    """The office that planned a round runs it, through whoever holds it today; what is due the clock does."""
    mine = deciding_mandate().filter(Q(office=OuterRef("file__office")) | Q(office__role="system"))
    return rounds.filter(~Exists(mine)).annotate(about=F("file__office__label"))
