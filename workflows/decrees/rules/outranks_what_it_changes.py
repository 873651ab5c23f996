from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import DecreeKind


@rule(_("Keputusan kepala desa tidak dapat mengubah atau mencabut Keputusan Bupati: {about}."), solved_by=_("penyusun"))
def outranks_what_it_changes(decrees):
    """Only the same official or a higher one changes or revokes (PermenPAN 80/2012 Bab VII, as read in documents.md 5)."""
    links = all_of("decrees.DecreeLink").filter(decree__in=decrees.values("pk"), decree__kind=DecreeKind.VILLAGE)
    return links.exclude(other__kind=DecreeKind.VILLAGE).annotate(about=F("other__subject"))
