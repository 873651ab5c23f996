from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.task_of_my_office import deciding_mandate


@rule(_("Hanya {about} yang dapat membuka kembali pengisian."), solved_by=_("pejabat OPD KB"))
def runs_its_round(evaluations):
    """Late answers, and what was accepted, are opened by the official who runs the round, never by the clock."""
    mine = deciding_mandate().filter(office=OuterRef("round__file__office"))
    return evaluations.filter(~Exists(mine)).annotate(about=F("round__file__office__label"))
