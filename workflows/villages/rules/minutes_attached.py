from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..evidence import signed_letters
from ..states import EvidenceKind


@rule(_("Berita acara musyawarah belum diunggah, atau belum ditandatangani semua pihak."), solved_by=_("penyusun usulan"))
def minutes_attached(proposals):
    """The village's meeting (*musyawarah*) wanted it: its minutes are attached, or were written here and signed."""
    minutes = all_of("villages.Evidence").filter(file=OuterRef("file"), kind=EvidenceKind.MINUTES)
    written = signed_letters("berita_acara").filter(concerns=OuterRef("file"))
    return proposals.filter(~Exists(minutes), ~Exists(written))
