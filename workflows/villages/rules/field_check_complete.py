from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..answers import met
from ..checklists import FIELD_CHECK


@rule(_("Pemeriksaan lapangan usulan {about} belum lengkap; isi semua butirnya."), solved_by=_("penyuluh KB atau OPD KB"))
def field_check_complete(tasks):
    """The field officer's approval, and the agency's verification, rest on a complete check on the spot."""
    complete = Q()
    for name in FIELD_CHECK:
        complete &= met("field_check", name)
    checked = tasks.filter(Q(step__role="pkb") | Q(step__moves="verify"))
    proposals = all_of("villages.Proposal").filter(file__in=checked.values("file"))
    return proposals.exclude(complete).annotate(about=F("file__title"))
