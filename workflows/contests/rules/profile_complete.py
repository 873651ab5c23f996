from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import Need


@rule(_("Profil {about} belum lengkap."), solved_by=_("Pokja Kampung KB itu"))
def profile_complete(entries):
    """By the day as of which entries are looked at the village has told of itself: by a report, or in its proposal."""
    reported = all_of("reports.Report").filter(
        kampung=OuterRef("kampung"), form="profile", standing=True, period__lte=OuterRef("competition__cutoff_on")
    )
    described = all_of("villages.Proposal").filter(kampung=OuterRef("kampung")).exclude(profile="")
    wanted = entries.filter(competition__needs__contains=[Need.PROFILE])
    return wanted.filter(~Exists(reported), ~Exists(described)).annotate(about=F("kampung__region__name"))
