from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..answers import listing, unanswered
from ..checklists import PRECONDITIONS


@rule(_("Prasyarat belum dijawab: {about}."), solved_by=_("penyusun usulan"))
def all_preconditions_answered(proposals):
    """A proposal answers all three preconditions, with yes or no, before it is handed in."""
    missing = unanswered("preconditions", PRECONDITIONS)
    return proposals.annotate(about=listing(missing)).exclude(about="")
