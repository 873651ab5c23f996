from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.task_of_my_office import deciding_mandate


@rule(_("Rencana ini milik {about}; pejabatnya sendiri yang menetapkannya."), solved_by=_("pejabat kantor itu"))
def my_office_decides(plans):
    """Staff prepare a plan, and their official adopts it."""
    return plans.filter(~Exists(deciding_mandate().filter(office=OuterRef("office")))).annotate(about=F("office__label"))
