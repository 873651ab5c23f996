from django.db.models import F
from django.db.models.lookups import StartsWith
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import ContestLevel


@rule(_("{about} tidak berada di wilayah lomba ini."), solved_by=_("penyelenggara lomba"))
def in_the_contests_territory(entries):
    """A contest is of its region; that of the nation is of all."""
    inside = StartsWith(F("kampung__region__path"), F("competition__file__region__path"))
    return entries.exclude(competition__level=ContestLevel.NATION).exclude(inside).annotate(about=F("kampung__region__name"))
