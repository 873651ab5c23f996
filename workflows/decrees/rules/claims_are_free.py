from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from .. import queries as q


@rule(_("{about} sudah ada dalam konsep keputusan lain."), solved_by=_("penyusun konsep itu"))
def claims_are_free(decrees):
    """Each village that stands is claimed by this draft (the database lets only one open draft claim it per effect)."""
    mine = all_of("decrees.Claim").filter(row=OuterRef("pk"), open=True)
    return q.rows_of(decrees).filter(~Exists(mine), effects__len__gt=0).annotate(about=F("kampung__region__name"))
