from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q
from ..states import EffectKind


@rule(_("{about} tidak sedang ditetapkan sebagai Kampung KB; penetapannya tidak dapat ditunda."), solved_by=_("penyusun"))
def suspends_the_designated(decrees):
    """Whether its designation holds today."""
    rows = q.rows_of(decrees).filter(~q.fact(EffectKind.DESIGNATE, "kampung"), effects__contains=[EffectKind.SUSPEND])
    return rows.annotate(about=F("kampung__region__name"))
