from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule


@rule(_("{about} sudah masuk konsep keputusan; mintalah dicoret lebih dahulu."), solved_by=_("penyusun keputusan"))
def not_on_a_draft_decree(proposals):
    """A proposal is withdrawn before the village stands on the draft of a decree."""
    listed = all_of("decrees.Claim").filter(kampung=OuterRef("kampung"), open=True)
    return proposals.filter(Exists(listed)).annotate(about=F("kampung__region__name"))
