from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.villages.facts import effects

from ..states import Need


@rule(_("{about} tidak mempunyai Pokja yang berlaku pada tanggal acuan lomba."), solved_by=_("kepala desa/lurah atau OPD KB"))
def pokja_current_on_the_cutoff(entries):
    """The decree that appoints the Pokja is in force on the cut-off day."""
    current = Exists(effects("appoint_pokja", None, "kampung").on(OuterRef("competition__cutoff_on"), "last"))
    asked = entries.filter(competition__needs__contains=[Need.POKJA])
    return asked.exclude(current).annotate(about=F("kampung__region__name"))
