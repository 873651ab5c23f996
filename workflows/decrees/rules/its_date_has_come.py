from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Tanggal mulai berlaku belum tiba."))
def its_date_has_come(decrees):
    return decrees.filter(effective_on__gt=act.on)
