from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import PLACED


@rule(_("{about} belum lama ini menang dalam lomba yang sama; masa jedanya belum lewat."), solved_by=_("penyelenggara lomba"))
def not_lately_a_winner(entries):
    """Who came out with a barred rank at the same level and in the same category waits some years (how many: UNVERIFIED)."""
    won = all_of("contests.Entry").filter(
        kampung=OuterRef("kampung"), state__in=PLACED, rank__any=OuterRef("competition__barred_ranks"),
        competition__level=OuterRef("competition__level"), competition__category=OuterRef("competition__category"),
        competition__year__lt=OuterRef("competition__year"),
        competition__year__gte=OuterRef("competition__year") - OuterRef("competition__barred_years"),
    )  # fmt: skip
    return entries.filter(Exists(won)).annotate(about=F("kampung__region__name"))
