from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import OPEN_PROPOSALS, KampungState, ProposalState


@rule(_("{about} masih dalam usulan lain yang sedang diperiksa atau sudah diterima."), solved_by=_("penyusun usulan itu"))
def no_other_open_proposal(proposals):
    """A village is in one proposal at a time; an accepted one stands until a decree answers it."""
    standing = Q(state=ProposalState.APPROVED, kampung__state=KampungState.VERIFIED)
    others = all_of("villages.Proposal").filter(Q(state__in=OPEN_PROPOSALS) | standing, kampung=OuterRef("kampung"))
    return proposals.filter(Exists(others.exclude(pk=OuterRef("pk")))).annotate(about=F("kampung__region__name"))
