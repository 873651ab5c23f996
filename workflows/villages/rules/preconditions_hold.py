from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..answers import listing, unmet
from ..checklists import PRECONDITIONS


@rule(_("Prasyarat belum terpenuhi: {about}. Kembalikan atau tolak usulan ini."), solved_by=_("penyusun usulan"))
def preconditions_hold(tasks):
    """A village is verified only when all three preconditions hold."""
    verified = all_of("villages.Proposal").filter(file__in=tasks.filter(step__moves="verify").values("file"))
    return verified.annotate(about=listing(unmet("preconditions", PRECONDITIONS))).exclude(about="")
