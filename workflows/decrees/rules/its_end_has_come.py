from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Masa berlaku keputusan belum berakhir."))
def its_end_has_come(decrees):
    return decrees.filter(Q(expires_on=None) | Q(expires_on__gte=act.on))
