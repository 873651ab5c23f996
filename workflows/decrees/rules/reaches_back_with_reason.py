from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import TAKES_BACK


@rule(_("Berlaku surut hanya untuk perubahan atau pembatalan, dengan tanggal sejak kapan dan alasannya. Anggaran tidak dapat "
        "berlaku surut."), solved_by=_("penyusun"))  # fmt: skip
def reaches_back_with_reason(decrees):
    """A person chooses it and says why; it is never inferred (UU 30/2014 Pasal 57–58: UNVERIFIED, documents.md 5)."""
    may = all_of("decrees.DecreeLink").filter(decree=OuterRef("pk"), kind__in=TAKES_BACK)
    return decrees.filter(Q(~Exists(may)) | Q(grounds="") | Q(effective_on=None), retroactive=True)
