from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .task_of_my_office import task_of_my_office as mine


@rule(_("Hanya {about} yang dapat menarik kembali persetujuannya."), solved_by=_("pejabat kantor itu"))
def decided_by_my_office(tasks):
    """An approval is withdrawn by the office that gave it, through whoever holds it today."""
    return mine.failing(tasks).annotate(about=F("office__label"))
