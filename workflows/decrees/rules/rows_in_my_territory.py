from django.db.models import F
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q


@rule(_("{about} berada di luar wilayah penerbit keputusan; coret dari daftar."), solved_by=_("penyusun"))
def rows_in_my_territory(decrees):
    """An office decides only about villages of its own territory."""
    issuer = F("decree__issuer__region__path")
    inside = Left("kampung__region__path", Length(issuer))
    return q.rows_of(decrees).alias(inside=inside).exclude(inside=issuer).annotate(about=F("kampung__region__name"))
