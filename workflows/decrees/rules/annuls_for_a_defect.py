from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import LinkKind


@rule(_("Pembatalan menyebut cacatnya (wewenang, prosedur, atau substansi) dan alasannya."), solved_by=_("penyusun"))
def annuls_for_a_defect(decrees):
    """Only for a defect of authority, procedure or substance (UU 30/2014 Pasal 66, as read in documents.md 5)."""
    return decrees.filter(Q(defect="") | Q(grounds=""), links__kind=LinkKind.ANNULS)
