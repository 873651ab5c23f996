from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import TAKES_BACK, LinkKind


@rule(_("Pembatalan tidak diubah atau dibatalkan lagi, dan perubahan ditujukan pada keputusan asalnya: {about}."),
      solved_by=_("penyusun"))  # fmt: skip
def takes_back_no_annulment(decrees):
    """What an annulment took away comes back by a new decree; a second change (*perubahan kedua*) changes the first text."""
    earlier = all_of("decrees.DecreeLink").filter(decree=OuterRef("other"))
    second = Q(kind=LinkKind.AMENDS) & Q(Exists(earlier.filter(kind=LinkKind.AMENDS)))
    links = all_of("decrees.DecreeLink").filter(decree__in=decrees.values("pk"), kind__in=TAKES_BACK)
    return links.filter(Q(Exists(earlier.filter(kind=LinkKind.ANNULS))) | second).annotate(about=F("other__subject"))
