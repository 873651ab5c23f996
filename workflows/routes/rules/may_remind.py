from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q
from ..states import AssignmentState
from .within_my_drafting_office import mandate_today

SEAT = ["camat", "agency", "legal", "assistant", "secretary", "regent", "administrator"]


@rule(_("Anda tidak dapat mengingatkan {about}: tugasnya di luar wilayah Anda."), solved_by=_("OPD KB atau atasannya"))
def may_remind(tasks):
    """An office reminds within its territory, of files that it drafted, of what it returned; its staff as well as its holder."""
    within = Q(office__role__in=SEAT, office__region__path=Left(OuterRef("region__path"), Length(F("office__region__path"))))
    mine = mandate_today().filter(within | Q(office=OuterRef("file__office")))
    returned = mandate_today().filter(office=OuterRef("office"))
    return tasks.filter(~Exists(mine)).exclude(Exists(returned), state=AssignmentState.RETURNED).annotate(about=q.whom("label"))
