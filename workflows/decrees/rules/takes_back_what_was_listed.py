from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from .. import queries as q
from ..states import TAKES_BACK, TAKING_BACK, LinkKind


@rule(_("{about} tidak tercantum dalam keputusan yang diubah atau dibatalkan; periksa daftarnya."), solved_by=_("penyusun"))
def takes_back_what_was_listed(decrees):
    """A row is struck or annulled only where the linked decree, or what amended it, lists the village."""
    links = all_of("decrees.DecreeLink").filter(decree=OuterRef(OuterRef("decree")), kind__in=TAKES_BACK)
    listed = all_of("decrees.Effect").filter(kampung=OuterRef("kampung"))
    amended = all_of("decrees.DecreeLink").filter(kind=LinkKind.AMENDS, decree=OuterRef("decree"), other__in=links.values("other"))
    rows = q.rows_of(decrees).filter(effects__overlap=TAKING_BACK)
    return rows.filter(~Exists(listed.filter(Q(decree__in=links.values("other")) | Q(Exists(amended))))).annotate(
        about=F("kampung__region__name")
    )
