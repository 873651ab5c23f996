from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.within_my_drafting_office import mandate_today


@rule(_("Kunjungan ini direncanakan {about}; hanya kantor itu yang dapat meniadakannya."), solved_by=_("penyelenggara rencana"))
def my_office_plans_it(visits):
    """That a visit was left out for a reason says who had planned it."""
    mine = mandate_today().filter(office=OuterRef("plan__office"))
    return visits.filter(~Exists(mine)).annotate(about=F("plan__office__label"))
