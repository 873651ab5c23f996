from django.db.models import BigIntegerField, Exists, ExpressionWrapper, F, OuterRef, Q, TextField
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule

from ..states import NEXT


@rule(_("{about} hanya diajukan ke lomba tingkat berikutnya."), solved_by=_("pilih lomba lain"), first=True)
def goes_to_the_next_level(entries):
    """From the regency's contest to the province's, from that to the nation's; never a result of before Siklus."""
    fits = Q()
    for level, above in NEXT.items():
        fits |= Q(level=above, below=level)
    named = all_of("contests.Competition").filter(pk=act.value("competition", BigIntegerField()))
    there = named.alias(below=ExpressionWrapper(OuterRef("competition__level"), TextField())).filter(fits)
    return entries.filter(~Exists(there) | Q(competition__source_on__isnull=False)).annotate(about=F("kampung__region__name"))
