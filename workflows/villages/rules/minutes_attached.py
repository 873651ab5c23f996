from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import EvidenceKind


@rule(_("Berita acara musyawarah belum diunggah."), solved_by=_("penyusun usulan"))
def minutes_attached(proposals):
    """The village's meeting (*musyawarah*) wanted it: its minutes are attached."""
    minutes = all_of("villages.Evidence").filter(file=OuterRef("file"), kind=EvidenceKind.MINUTES)
    return proposals.filter(~Exists(minutes))
