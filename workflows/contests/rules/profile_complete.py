from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..profiles import asked
from ..states import Need


@rule(_("Profil {about} belum lengkap."), solved_by=_("Pokja Kampung KB itu"))
def profile_complete(entries):
    """The village has told of itself what contests ask for."""
    wanted = entries.filter(competition__needs__contains=[Need.PROFILE])
    return asked["incomplete"](wanted).annotate(about=F("kampung__region__name"))
