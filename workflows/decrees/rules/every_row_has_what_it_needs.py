from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from .. import queries as q
from ..states import DecreeKind, EffectKind


@rule(_("Susunan Pokja {about} belum diisi."), solved_by=_("penyusun"))
def every_row_has_what_it_needs(decrees):
    """A village's own decree that appoints a Pokja carries its roster; a regent's may appoint by office for all."""
    rosters = all_of("villages.Member").filter(pokja__file=OuterRef("decree"), pokja__kampung=OuterRef("kampung"))
    rows = q.rows_of(decrees).filter(effects__contains=[EffectKind.APPOINT_POKJA], decree__kind=DecreeKind.VILLAGE)
    return rows.filter(~Exists(rosters)).annotate(about=F("kampung__region__name"))
