from django.db.models import F, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import DecreeKind


@rule(_("Keputusan hanya diubah, dicabut, atau dibatalkan oleh pejabat yang sama atau atasannya, dengan jenis keputusan yang "
        "sama atau lebih tinggi; ini bukan miliknya: {about}."), solved_by=_("pejabat penerbit keputusan itu"))  # fmt: skip
def outranks_what_it_changes(decrees):
    """Only the same official or a higher one, in the same kind of instrument or a higher one (PermenPAN 80/2012 Bab VII, as
    read in documents.md 5): a village head's decree never alters a regent's, nor another village head's."""
    above = F("decree__issuer__region__path")
    below = Q(decree__kind=DecreeKind.REGENT, other__kind=DecreeKind.VILLAGE, inside=above)
    links = all_of("decrees.DecreeLink").filter(decree__in=decrees.values("pk"))
    links = links.alias(inside=Left("other__issuer__region__path", Length(above)))
    return links.exclude(Q(other__issuer=F("decree__issuer")) | below).annotate(about=F("other__subject"))
