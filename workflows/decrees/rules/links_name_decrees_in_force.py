from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import VALID


@rule(_("Keputusan yang diubah, dicabut atau diganti tidak lagi berlaku: {about}."), solved_by=_("penyusun"))
def links_name_decrees_in_force(decrees):
    links = all_of("decrees.DecreeLink").filter(decree__in=decrees.values("pk"))
    return links.exclude(other__state__in=VALID).annotate(about=F("other__subject"))
