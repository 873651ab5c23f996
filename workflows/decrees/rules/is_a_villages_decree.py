from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import DecreeKind


@rule(_("Yang dilaporkan kepada Bupati/Wali Kota adalah keputusan desa."))
def is_a_villages_decree(decrees):
    return decrees.exclude(kind=DecreeKind.VILLAGE)
