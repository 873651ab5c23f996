from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import UNDER_WAY


@rule(_("{about} belum diumumkan, sudah dibatalkan, atau peringkatnya sudah dikunci."), solved_by=_("penyelenggara lomba"))
def contest_under_way(entries):
    """Nobody is moved about once the ranking is locked."""
    return entries.exclude(competition__state__in=UNDER_WAY).annotate(about=F("competition__file__title"))
