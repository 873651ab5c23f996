from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import STANDING


@rule(_("{about} sudah ditetapkan sebagai Kampung KB; usulan tidak diperlukan."), solved_by=_("OPD KB"))
def not_designated_yet(proposals):
    """A village whose designation stands proposes itself again only after it was revoked."""
    return proposals.filter(kampung__state__in=STANDING).annotate(about=F("kampung__region__name"))
