from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.task_of_my_office import deciding_mandate


@rule(_("Hanya kepala desa/lurah {about} atau OPD KB yang dapat melakukannya."), solved_by=_("kepala desa/lurah atau OPD KB"))
def head_or_agency(villages):
    """The head of the village itself, or the agency of its territory."""
    covers = deciding_mandate().filter(
        office__region__path=Left(OuterRef("region__path"), Length(F("office__region__path")))
    )
    mine = covers.filter(Q(office__role="agency") | Q(office__role="village_head"))
    return villages.filter(~Exists(mine)).annotate(about=F("region__name"))
