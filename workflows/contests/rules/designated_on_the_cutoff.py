from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.villages.facts import effects

from ..states import Need


@rule(_("{about} tidak berstatus Kampung KB pada tanggal acuan lomba, atau statusnya ditangguhkan."), solved_by=_("OPD KB"))
def designated_on_the_cutoff(entries):
    """The designation is in force on the cut-off day, and not suspended."""
    day = OuterRef("competition__cutoff_on")
    designated, suspended = (Exists(effects(kind, None, "kampung").on(day, "last")) for kind in ("designate", "suspend"))
    asked = entries.filter(competition__needs__contains=[Need.DESIGNATED])
    return asked.exclude(designated & ~suspended).annotate(about=F("kampung__region__name"))
