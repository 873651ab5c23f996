from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..answers import listing, met, unanswered
from ..checklists import LAST_YEAR_WITH_CRITERIA, MAIN, SPECIAL, TERRITORIAL


@rule(_("Kriteria belum lengkap: {about}."), solved_by=_("penyusun usulan"))
def criteria_of_the_era_answered(proposals):
    """Up to 2021 the main and special criteria are answered and one territorial criterion holds; later none must be."""
    nowhere = Q()
    for name in TERRITORIAL:
        nowhere &= ~met("criteria", name)
    missing = [*unanswered("criteria", MAIN | SPECIAL), (str(_("paling sedikit satu kriteria wilayah")), nowhere)]
    of_the_era = proposals.filter(era__lte=LAST_YEAR_WITH_CRITERIA)
    return of_the_era.annotate(about=listing(missing)).exclude(about="")
