from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.within_my_drafting_office import mandate_today

VISITING = ["pkb", "camat"]


@rule(_("Kunjungan ke {about} dicatat oleh penyelenggara rencananya, atau oleh penyuluh KB dan camat di sana."),
      solved_by=_("penyelenggara rencana"))  # fmt: skip
def coaches_there(visits):
    """Who plans the visits writes them down, or who works where they lead; their staff may do it too."""
    there = Q(office__role__in=VISITING, office__region__path=Left(OuterRef("region__path"), Length(F("office__region__path"))))
    mine = mandate_today().filter(there | Q(office=OuterRef("plan__office")))
    return visits.filter(~Exists(mine)).annotate(about=F("region__name"))
