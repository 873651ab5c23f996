from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q
from .within_my_drafting_office import mandate_today

SEAT = ["camat", "agency", "legal", "assistant", "secretary", "regent", "administrator"]


@rule(_("Anda tidak dapat mengingatkan {about}: tugasnya di luar wilayah Anda."), solved_by=_("OPD KB atau atasannya"))
def may_remind(tasks):
    """An office reminds within its territory, and of the files that it drafted; its staff as well as its holder."""
    within = Q(office__role__in=SEAT, office__region__path=Left(OuterRef("region__path"), Length(F("office__region__path"))))
    mine = mandate_today().filter(within | Q(office=OuterRef("file__office")))
    return tasks.filter(~Exists(mine)).annotate(about=q.whom("label"))
